import type { Transcript } from '../../agents';
import { chatRequest, type ChatRequest } from '../../llm';

/** A transcript as a person reads it. */
export interface ShownTranscript extends Omit<Transcript, 'prompt' | 'asks'> {
  readonly prompt: {
    readonly system: string;
    readonly sections: readonly { readonly title: string; readonly text: string }[];
  };
  /** What a chat model is sent, message by message; null where tools and schema of the time were not kept. */
  readonly sent: ChatRequest | null;
  readonly asks: Transcript['asks'];
}

/** What to show of a transcript: sections in structure hold the same as their texts, and stay behind. */
export function shownTranscript({ prompt, ...transcript }: Transcript): ShownTranscript {
  const { system, sections, decision } = prompt;
  return {
    ...transcript,
    prompt: { system, sections: sections.map(({ title, text }) => ({ title, text })) },
    sent: decision && chatRequest({ ...prompt, decision }),
  };
}
