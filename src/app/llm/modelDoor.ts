import type { LoadedModel, LoadProgress, ModelAnswer, ModelRequest } from '../../llm';
import { modelError } from '../../llm';
import { wasmUrl, wllamaPort } from '../../llm/engines/wllama';
import { fetchModel, newCard, takeModelFile } from './keepModel';
import { cardOf, fileOf, writeCard, type ModelCard } from './modelShelf';

/** What the page gets of a model that was loaded. */
export type LoadedFacts = Pick<LoadedModel, 'model' | 'contextTokens' | 'canEmbed'>;

type OnProgress = (progress: LoadProgress) => void;

/**
 * What the page can ask of the models' thread: one model, loaded and asked here, or one that is being fetched. It holds nothing that is not on
 * the shelf: end it at any moment, and start another.
 */
export class ModelDoor {
  #loaded: LoadedModel | null = null;
  readonly #running = new Map<string, AbortController>();

  /** True as long as this thread lives. */
  beat(): true {
    return true;
  }

  /** Loads a model from the shelf. Nothing is downloaded. */
  async load(id: string, onProgress: OnProgress): Promise<LoadedFacts> {
    const card = await cardOf(id);
    const file = card.sha256 === null ? null : await fileOf(id);
    if (!file || file.size !== card.bytes)
      throw modelError('ModelUnavailable', `${card.name} is not whole on this device. Go on with its download first.`);
    const threads = globalThis.crossOriginIsolated ? Math.max(1, Math.floor(navigator.hardwareConcurrency / 2)) : 1;
    const port = wllamaPort({ wasmUrl: new URL(wasmUrl, location.href).href, threads });
    const signal = new AbortController().signal;
    const source = { model: id, file, contextTokens: card.contextTokens };
    const loaded = await port.load(source, { signal, onProgress });
    this.#loaded = loaded;
    const { model, contextTokens, canEmbed } = loaded;
    return { model, contextTokens, canEmbed };
  }

  /** `call` names the question, for `cancel`. */
  generate(call: string, request: ModelRequest, onDelta: (text: string) => void): Promise<ModelAnswer> {
    return this.#cancellable(call, (signal) => this.#model().generate(request, { signal, onDelta }));
  }

  embed(text: string): Promise<Float32Array> {
    return this.#model().embed(text);
  }

  countTokens(text: string): Promise<number> {
    return this.#model().countTokens(text);
  }

  /** Fetches a model onto the shelf, or the rest of one. */
  async fetch(call: string, id: string, url: string | null, onProgress: OnProgress): Promise<ModelCard> {
    if (url !== null) await writeCard(newCard(id, id, url));
    return this.#cancellable(call, (signal) => fetchModel(id, { signal, onProgress }));
  }

  /** Puts a file of this device onto the shelf. */
  takeFile(call: string, id: string, file: Blob, onProgress: OnProgress): Promise<ModelCard> {
    return this.#cancellable(call, (signal) => takeModelFile(newCard(id, id, null), file, { signal, onProgress }));
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
