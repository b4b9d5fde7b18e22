import type { ChatMessage } from '../../renderMessages';

/** What the browser says of its own model, before anything is fetched. */
export type BrowserAvailability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

/** One conversation with the browser's model. */
export interface BrowserSession {
  promptStreaming(
    text: string,
    options: { readonly responseConstraint?: unknown; readonly signal: AbortSignal },
  ): { getReader(): { read(): Promise<{ readonly done: boolean; readonly value?: string }> } };
  measureContextUsage(text: string): Promise<number>;
  readonly contextWindow: number;
  destroy(): void;
}

/** The global `LanguageModel` of browsers that have one (the Prompt API), as far as it is used here. */
export interface BrowserModel {
  availability(): Promise<BrowserAvailability>;
  create(options: {
    readonly initialPrompts?: readonly ChatMessage[];
    readonly signal?: AbortSignal;
  }): Promise<BrowserSession>;
}
