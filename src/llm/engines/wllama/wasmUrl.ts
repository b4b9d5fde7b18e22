/** Where the runtime's wasm lies, as the build names it: fetched with the first model, 9 MB. */
export { default as wasmUrl } from '@wllama/wllama/esm/wasm/wllama.wasm?url';
