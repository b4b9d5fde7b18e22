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
  /** False while it brings a program whose hash did not come with this app, and nobody has said that it may run. */
  readonly trusted: boolean;
  /** The files of one that has many, with their hashes, so that they can be compared by hand; empty for a single file. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
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

/** A model that can be fetched by its name. */
export interface OfferedModel {
  readonly name: string;
  /** Bytes to download, reckoned from its name; null when that says nothing. */
  readonly aboutBytes: number | null;
  readonly memoryMB: number;
  readonly contextTokens: number;
  readonly license: string | null;
  /** Its hashes came with this app. */
  readonly known: boolean;
}

/** What this device's graphics card can run, as far as anybody can tell before trying. */
export type Offer =
  | { readonly available: false; readonly because: string }
  | {
      readonly available: true;
      readonly card: string;
      readonly models: readonly OfferedModel[];
      /** Whom a download asks: host names. */
      readonly from: readonly string[];
    };

/** What a model said to a test, and how quickly. */
export interface ModelTest {
  readonly text: string;
  readonly tokens: number | null;
  readonly ms: number;
}

/** What the Models screen can ask for. Nothing is downloaded that was not asked for here. Errors have words and a way out. */
export interface ModelTools {
  watch(listener: (state: ModelsState) => void): () => void;
  /** The models that can be asked at once: whole, and let run. */
  usable(): Promise<readonly Pick<ModelRow, 'id' | 'name' | 'engine'>[]>;
  /** Takes a GGUF file or a saved pack (.tar) of this device; resolves with its id. */
  addFile(file: File): Promise<string>;
  /** Takes the files of a folder that is a model for WebLLM; resolves with its id. */
  addFolder(files: readonly File[]): Promise<string>;
  /** What can be fetched by its name for this graphics card. Nothing is downloaded to find that out. */
  offer(): Promise<Offer>;
  /** Fetches one of those; resolves with its id when all of it is here. */
  addOffered(name: string): Promise<string>;
  /** Where offered models come from in place of their makers' servers: an address of a folder of packs; null for the makers. */
  mirror(): string | null;
  /** @throws when it is no address that a models' thread may be let reach. */
  setMirror(address: string | null): void;
  /** Fetches a GGUF file; resolves with its id when all of it is here. */
  addUrl(url: string): Promise<string>;
  /** Goes on with a download that was paused or cut. */
  resume(id: string): Promise<void>;
  /** Lets a program run here whose hash did not come with this app. */
  trust(id: string): Promise<void>;
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
