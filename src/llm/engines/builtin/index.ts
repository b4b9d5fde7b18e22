export type { BrowserModel } from './BrowserModel';
export { browserModelId, builtinPort } from './builtinPort';
