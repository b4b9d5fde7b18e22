import { hasModelInCache, MLCEngine } from '@mlc-ai/web-llm';
import type { WebllmLibrary } from '../webllm/WebllmLibrary';
import { grammarOf } from './grammarOf';

/** WebLLM itself: 7 MB of code. Only the models' thread imports this, and only when a model of it is loaded. */
export const webllmLibrary: WebllmLibrary = {
  openEngine: (config) => new MLCEngine(config),
  hasModelInCache,
  grammarOf,
};
