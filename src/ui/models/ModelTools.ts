/** A way to run models here, and what keeps it from running where something does. */
export interface EngineRow {
  readonly id: string;
  readonly name: string;
  readonly available: boolean;
  /** How it would run, or why it cannot and what can be done about it. */
  readonly words: string;
}

/** What a model on this device is busy with. `done` and `of` are bytes where a phase counts bytes; `of` is null while nobody knows. */
export interface ModelWork {
  readonly phase: 'verify' | 'download' | 'compile' | 'self-test';
  readonly done: number;
  readonly of: number | null;
  /** Bytes a second, and seconds left, as far as this can be said. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
}

/** A model of this device. */
export interface ModelRow {
  readonly id: string;
  readonly name: string;
  readonly engine: string;
  /** Bytes that are here, and in all; null while nobody knows. */
  readonly here: number;
  readonly bytes: number | null;
  readonly whole: boolean;
  readonly url: string | null;
  readonly license: string | null;
  readonly contextTokens: number;
  /** Null where it was not taken yet. */
  readonly sha256: string | null;
  readonly running: boolean;
  readonly work: ModelWork | null;
  /** What went wrong last, in words. */
  readonly problem: string | null;
}

/** Everything the Models screen shows. */
export interface ModelsState {
  readonly engines: readonly EngineRow[];
  readonly models: readonly ModelRow[];
  /** Who waits for which model: 0 is being served. */
  readonly line: readonly { readonly who: string; readonly model: string; readonly waiting: number }[];
}

/** What a model said to a test, and how quickly. */
export interface ModelTest {
  readonly text: string;
  readonly tokens: number | null;
  readonly ms: number;
}

/** What the Models screen can ask for. Nothing is downloaded that was not asked for here. Errors have words and a way out. */
export interface ModelTools {
  watch(listener: (state: ModelsState) => void): () => void;
  /** Takes a GGUF file of this device; resolves with its id. */
  addFile(file: File): Promise<string>;
  /** Fetches a GGUF file; resolves with its id when all of it is here. */
  addUrl(url: string): Promise<string>;
  /** Goes on with a download that was paused or cut. */
  resume(id: string): Promise<void>;
  /** Stops what it is busy with; what is here stays. */
  pause(id: string): Promise<void>;
  /** Ends it, and frees its space. */
  remove(id: string): Promise<void>;
  /** Frees the memory it runs in. */
  unload(id: string): Promise<void>;
  test(id: string, prompt: string, signal: AbortSignal, onDelta: (text: string) => void): Promise<ModelTest>;
  /** The file, to be put on a stick for somebody without a network. */
  file(id: string): Promise<File>;
}

const none = () => Promise.reject(new Error('There are no models on this page.'));

/** The models of a page that has none. */
export const noModelTools: ModelTools = {
  watch(listener) {
    listener({ engines: [], models: [], line: [] });
    return () => undefined;
  },
  addFile: none,
  addUrl: none,
  resume: none,
  pause: none,
  remove: none,
  unload: none,
  test: none,
  file: none,
};
