export { readGguf, type GgufHeader } from './readGguf';
export { wllamaPort, type GgufSource, type WllamaOptions } from './wllamaPort';
