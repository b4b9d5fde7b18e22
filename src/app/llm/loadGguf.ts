import { modelError, type LoadedModel, type LoadProgress } from '../../llm';
import { wasmUrl, wllamaPort } from '../../llm/engines/wllama';
import type { GgufCard } from './modelCard';
import { fileOf } from './modelShelf';
import { threadsHere } from './threadsHere';

/** Loads a model of one file into llama.cpp: on one thread, or half of them where the page is isolated from others. */
export async function loadGguf(card: GgufCard, onProgress: (progress: LoadProgress) => void): Promise<LoadedModel> {
  const file = card.sha256 === null ? null : await fileOf(card.id);
  if (!file || file.size !== card.bytes)
    throw modelError('ModelUnavailable', `${card.name} is not whole on this device. Go on with its download first.`);
  const port = wllamaPort({ wasmUrl: new URL(wasmUrl, location.href).href, threads: threadsHere() });
  const source = { model: card.id, file, contextTokens: card.contextTokens };
  return port.load(source, { signal: new AbortController().signal, onProgress });
}
