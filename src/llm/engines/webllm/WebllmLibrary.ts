import type { AppConfig, ChatCompletionChunk, ChatCompletionRequestStreaming, MLCEngineConfig } from '@mlc-ai/web-llm';
import type { JsonSchema } from '../../Prompt';

/** The part of an `MLCEngine` that is used here. */
export interface WebllmEngine {
  reload(model: string): Promise<void>;
  unload(): Promise<void>;
  /** One flag for all that is under way; it is taken back when the next generation begins. */
  interruptGenerate(): Promise<void>;
  chatCompletion(request: ChatCompletionRequestStreaming): Promise<AsyncIterable<ChatCompletionChunk>>;
}

/** What is used of the library, handed in by whoever loads it: its code is large, and a test has no graphics card. */
export interface WebllmLibrary {
  openEngine(config: MLCEngineConfig): WebllmEngine;
  hasModelInCache(model: string, config: AppConfig): Promise<boolean>;
  /** A schema as the library's own grammar text. */
  grammarOf(schema: JsonSchema): Promise<string>;
}
