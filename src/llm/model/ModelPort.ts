import type { JsonSchema } from '../Prompt';
import type { ChatMessage } from '../renderMessages';

/** Whether a runtime can work on this device; asked before anything is downloaded. */
export type ModelProbe =
  | { readonly available: true; readonly details: string }
  /** `because` says in words what is missing, and what can be done about it. */
  | { readonly available: false; readonly because: string };

/** What loading is busy with. Phases follow each other in this order; some runtimes leave some out. */
export const loadPhases = ['verify', 'download', 'compile', 'self-test'] as const;
export type LoadPhase = (typeof loadPhases)[number];

/** How far a phase is: `done` and `of` count bytes in `verify` and `download`, steps elsewhere. `of` is null while nobody knows. */
export interface LoadProgress {
  readonly phase: LoadPhase;
  readonly done: number;
  readonly of: number | null;
}

/** One question to a language model, as it is sent. */
export interface ModelRequest {
  readonly messages: readonly ChatMessage[];
  /** The answer must be JSON of this schema; null for free text. */
  readonly schema: JsonSchema | null;
  readonly maxTokens: number;
  readonly seed: number;
  /** 0 is the likeliest token each time. */
  readonly temperature: number;
  /** Texts at which the answer ends; they are not part of it. */
  readonly stop: readonly string[];
}

/** What a model said. */
export interface ModelAnswer {
  readonly text: string;
  /** `length` when it ran out of tokens: the text is cut. */
  readonly ended: 'stop' | 'length';
  readonly usage: { readonly promptTokens: number; readonly answerTokens: number } | null;
}

/** How a question is watched and stopped. */
export interface ModelWatch {
  readonly signal: AbortSignal;
  /** Called with each piece of text as it comes. */
  readonly onDelta?: (text: string) => void;
}

/** A model that is ready to answer. Its errors have the codes of `modelErrors.ts`. */
export interface LoadedModel {
  /** What it calls itself, as AgentDecided records it. */
  readonly model: string;
  /** Tokens of prompt and answer together. */
  readonly contextTokens: number;
  readonly canEmbed: boolean;
  /** @throws Cancelled, ContextOverflow, EngineLost, EngineFailed. */
  generate(request: ModelRequest, watch: ModelWatch): Promise<ModelAnswer>;
  /** The direction of one text, of length 1. One text a call: in batches, runtimes were seen to corrupt the shorter ones. */
  embed(text: string): Promise<Float32Array>;
  countTokens(text: string): Promise<number>;
  /** Frees what it holds. A question that is under way is rejected as EngineLost. */
  unload(): Promise<void>;
}

/** A way to run language models on this device. `Source` is what it loads a model from. */
export interface ModelPort<Source> {
  readonly id: string;
  /** The honest name that a person reads on screen. */
  readonly name: string;
  probe(): Promise<ModelProbe>;
  /** @throws ModelUnavailable, ModelCorrupt, ModelTooBig, DownloadFailed, Cancelled. */
  load(
    source: Source,
    watch: { readonly signal: AbortSignal; readonly onProgress: (progress: LoadProgress) => void },
  ): Promise<LoadedModel>;
}
