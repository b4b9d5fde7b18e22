export { readGguf, type GgufHeader } from './readGguf';
export { wasmUrl } from './wasmUrl';
export { wllamaPort, type GgufSource, type WllamaOptions } from './wllamaPort';
