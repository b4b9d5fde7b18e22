import { keepPack } from '../../src/app/llm/keepPack';
import { loadPack } from '../../src/app/llm/loadPack';
import { removeFromShelf } from '../../src/app/llm/modelShelf';
import { cardOfFiles } from '../../src/app/llm/packOf';
import { filesHere } from '../../src/app/llm/packSource';
import { threadsHere } from '../../src/app/llm/threadsHere';
import type { LoadedModel } from '../../src/llm';
import { wasmUrl, wllamaPort } from '../../src/llm/engines/wllama';

/** A model as somebody gives it on a command line: one GGUF file, or the files of a folder for WebLLM. */
export interface GivenModel {
  readonly engine: 'wllama' | 'webllm';
  readonly name: string;
  /** Loads it, as the app does; each time anew. */
  load(): Promise<LoadedModel>;
}

/** Looks at what was given and says how it is loaded. The files of a folder are kept in the browser's caches first, checked as always. */
export async function givenModel(files: readonly File[], threads = threadsHere()): Promise<GivenModel> {
  const gguf = files.find(({ name }) => name.endsWith('.gguf'));
  if (gguf) {
    const port = wllamaPort({ wasmUrl, threads });
    const source = { model: gguf.name.slice(0, 100), file: gguf, contextTokens: 8192 };
    const watch = { signal: new AbortController().signal, onProgress: () => undefined };
    return { engine: 'wllama', name: source.model, load: () => port.load(source, watch) };
  }
  const named = new Map(files.map((file) => [file.name, file]));
  const folder = files[0]?.webkitRelativePath.split('/')[0] ?? '';
  const begun = await cardOfFiles(named, folder);
  await removeFromShelf(begun.id);
  const watch = { signal: new AbortController().signal, onProgress: () => undefined };
  const card = await keepPack(begun, filesHere(named), watch);
  // Whoever names it on the command line lets its program run.
  return { engine: 'webllm', name: card.name, load: () => loadPack({ ...card, trusted: true }, () => undefined) };
}
