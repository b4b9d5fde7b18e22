import type { Prompt } from './Prompt';

/** One question to an engine. The same request has the same answer wherever the engine can promise that. */
export interface EngineRequest {
  readonly prompt: Prompt;
  readonly seed: number;
  readonly maxTokens: number;
  /** 0 is the likeliest token each time; without it the engine's own choice. Rules know no temperature. */
  readonly temperature?: number;
  /** Texts at which the answer ends. */
  readonly stop?: readonly string[];
}

/** How a question is watched and stopped. */
export interface EngineWatch {
  readonly signal: AbortSignal;
  /** Called with each piece of text as it comes, by engines that write one piece after another. */
  readonly onDelta?: (text: string) => void;
}

/** A tool the engine wants asked. Nothing about it is checked yet. */
export interface ToolCall {
  readonly tool: string;
  readonly args: unknown;
}

/** What came out: tool calls, or else a text that should be the decision as JSON. Whoever asked must parse it. */
export interface EngineAnswer {
  readonly text: string;
  readonly toolCalls: readonly ToolCall[];
  /** Tokens as the engine counted them; null when there is no model to count for. */
  readonly usage: { readonly promptTokens: number; readonly answerTokens: number } | null;
}

/** The replaceable part. Whatever stands behind it, an agent sees no more than this. */
export interface Engine {
  readonly id: string;
  /** The honest name that a person reads on screen. */
  readonly name: string;
  readonly model: string;
  /** @throws Cancelled when the signal is aborted, EngineFailed or a code of `model/modelErrors.ts` when it cannot answer. */
  generate(request: EngineRequest, watch: EngineWatch): Promise<EngineAnswer>;
}
