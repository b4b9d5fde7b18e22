import { AppError } from '../../kernel';
import { modelError, type LoadedModel, type LoadProgress, type ModelAnswer, type ModelRequest } from '../../llm';
import { fetchModel, newCard, takeModelFile } from './keepModel';
import { keepPack } from './keepPack';
import { loadGguf } from './loadGguf';
import { loadPack } from './loadPack';
import type { ModelCard, PackCard } from './modelCard';
import { cardOf, writeCard } from './modelShelf';
import { cardOfFiles, cardOfPrebuilt } from './packOf';
import { filesAt, filesHere, type PackSource } from './packSource';
import { filesOfTar, tarOf } from './packTar';

/** What the page gets of a model that was loaded. */
export interface LoadedFacts extends Pick<LoadedModel, 'model' | 'contextTokens' | 'canEmbed'> {
  readonly engine: ModelCard['engine'];
}

type OnProgress = (progress: LoadProgress) => void;

/**
 * What the page can ask of the models' thread: one model, loaded and asked here, or one that is being fetched. It holds nothing that is not on
 * the shelf: end it at any moment, and start another.
 */
export class ModelDoor {
  #loaded: LoadedModel | null = null;
  readonly #running = new Map<string, AbortController>();

  /** Holds this lock as long as this thread lives; resolves when it does. */
  live(lock: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const held = () => {
        resolve();
        return new Promise<never>(() => undefined);
      };
      navigator.locks.request(lock, held).catch(reject);
    });
  }

  /** True as long as this thread answers. */
  beat(): true {
    return true;
  }

  /** Loads a model from the shelf. Nothing is downloaded. */
  async load(id: string, onProgress: OnProgress): Promise<LoadedFacts> {
    const card = await cardOf(id);
    this.#loaded = await (card.engine === 'webllm' ? loadPack(card, onProgress) : loadGguf(card, onProgress));
    const { model, contextTokens, canEmbed } = this.#loaded;
    return { engine: card.engine, model, contextTokens, canEmbed };
  }

  /** `call` names the question, for `cancel`. */
  async generate(call: string, request: ModelRequest, onDelta: (text: string) => unknown): Promise<ModelAnswer> {
    let taken: unknown;
    const heard = (text: string) => void (taken = onDelta(text));
    const answer = await this.#cancellable(call, (signal) =>
      this.#model().generate(request, { signal, onDelta: heard }),
    );
    // Pieces go by another channel than the answer, which could be faster: it waits until the last piece was taken.
    await taken;
    return answer;
  }

  embed(text: string): Promise<Float32Array> {
    return this.#model().embed(text);
  }

  countTokens(text: string): Promise<number> {
    return this.#model().countTokens(text);
  }

  /** Fetches a GGUF file onto the shelf, from this address. */
  async fetch(call: string, id: string, url: string, onProgress: OnProgress): Promise<ModelCard> {
    await writeCard(newCard(id, id, url));
    return this.goOn(call, id, onProgress);
  }

  /** Fetches one of the models that WebLLM's makers offer; its folder's files and its program come from these addresses. */
  async fetchPack(
    call: string,
    name: string,
    [url, programUrl]: readonly [string, string],
    onProgress: OnProgress,
  ): Promise<ModelCard> {
    const fresh = cardOfPrebuilt(name, url, programUrl);
    const here = await cardOf(fresh.id).catch(() => null);
    const card = here?.engine === 'webllm' && here.url === url ? here : fresh;
    return this.#cancellable(call, (signal) => keepPack(card, sourceOf(card), { signal, onProgress }));
  }

  /** Fetches the rest of a model, from where the first of it came. */
  async goOn(call: string, id: string, onProgress: OnProgress): Promise<ModelCard> {
    const card = await cardOf(id);
    return this.#cancellable<ModelCard>(call, (signal) =>
      card.engine === 'webllm'
        ? keepPack(card, sourceOf(card), { signal, onProgress })
        : fetchModel(id, { signal, onProgress }),
    );
  }

  /** Puts a GGUF file of this device onto the shelf. */
  takeFile(call: string, id: string, file: Blob, onProgress: OnProgress): Promise<ModelCard> {
    return this.#cancellable(call, (signal) => takeModelFile(newCard(id, id, null), file, { signal, onProgress }));
  }

  /** Puts a model of many files of this device onto the shelf: a folder's, or those in one saved pack. */
  takePack(
    call: string,
    folder: string,
    given: readonly File[],
    onProgress: OnProgress,
    onId: (id: string) => void,
  ): Promise<ModelCard> {
    return this.#cancellable(call, async (signal) => {
      const [first] = given;
      const archive = given.length === 1 && first?.name.endsWith('.tar') ? first : null;
      const files = archive ? await filesOfTar(archive) : new Map(given.map((file) => [file.name, file]));
      const card = await cardOfFiles(files, folder);
      if (await cardOf(card.id).catch(() => null))
        throw new AppError('InvalidInput', `${card.name} is here already. Delete it first, or leave it as it is.`);
      onId(card.id);
      return keepPack(card, filesHere(files), { signal, onProgress });
    });
  }

  /** A model of many files as one. */
  async packed(id: string): Promise<Blob> {
    const card = await cardOf(id);
    if (card.engine !== 'webllm' || card.sha256 === null)
      throw modelError('ModelUnavailable', `${card.name} is not whole on this device.`);
    return tarOf(card);
  }

  cancel(call: string): void {
    this.#running.get(call)?.abort();
  }

  #model(): LoadedModel {
    if (!this.#loaded) throw modelError('ModelUnavailable', 'No model is loaded in this thread.');
    return this.#loaded;
  }

  async #cancellable<T>(call: string, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#running.set(call, controller);
    try {
      return await run(controller.signal);
    } finally {
      this.#running.delete(call);
    }
  }
}

/** Where the rest of a model comes from. */
function sourceOf({ name, program, url, programUrl }: PackCard): PackSource {
  if (url === null || programUrl === null)
    throw modelError('DownloadFailed', `${name} came from a file. Choose the file again.`);
  return filesAt((file) => (file === program ? programUrl : url + file));
}
