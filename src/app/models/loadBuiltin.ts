import { builtinPort, type BrowserModel } from '../../llm/engines/builtin';
import type { RemoteModel } from './remoteModel';

/** The browser's own model runs where windows are: here. */
export const browserPort = () => builtinPort((globalThis as { LanguageModel?: BrowserModel }).LanguageModel);

/** Loads the browser's own model, if it has one. Nothing is fetched. */
export async function loadBuiltin(): Promise<RemoteModel> {
  const signal = new AbortController().signal;
  const loaded = await browserPort().load(null, { signal, onProgress: () => undefined });
  return { loaded, engine: 'builtin', lost: new Promise<never>(() => undefined), end: () => void loaded.unload() };
}
