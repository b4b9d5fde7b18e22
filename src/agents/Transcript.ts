import type { Hit } from '../knowledge';
import type { EngineAnswer, JsonSchema, Prompt } from '../llm';

/** Why a document was found: the parts of its score, and the words of the question that it has, too. */
export type Why = Pick<Hit, 'parts' | 'shared'>;

/** A prompt that was sent; what was written before tools and schema were kept has neither, and a null for the schema. */
export type SentPrompt = Omit<Prompt, 'decision'> & { readonly decision: JsonSchema | null };

/** What a turn saw and said, as the screen shows it. It lies in the side store: nothing of it is hashed. */
export interface Transcript {
  /** As it was sent last, with all that was said to and fro. */
  prompt: SentPrompt;
  /** Which of the shopkeeper's versions of the agent's system prompt it had; 0 is the app's own. */
  promptVersion: number;
  /** Every question to an engine: how many tokens its prompt was reckoned to have, and what the engine counted. */
  readonly asks: { readonly reckonedTokens: number; readonly usage: EngineAnswer['usage'] }[];
  /** `why` is null in transcripts that were written before it was kept. */
  documents: readonly {
    readonly id: string;
    readonly text: string;
    readonly score: number;
    readonly why: Why | null;
  }[];
  /** What was found and left out; what was no finding, but a part of the prompt that was cut, has no `why`. */
  dropped: readonly {
    readonly id: string;
    readonly because: string;
    readonly tokens: number;
    readonly why: Why | null;
  }[];
  /** The embedder by which documents were found; null when it was by words alone. */
  embedder: string | null;
  budget: { readonly tokens: number; readonly used: number };
  readonly toolCalls: { readonly tool: string; readonly args: unknown; readonly result: unknown }[];
  /** Every answer of the engine, as it came. */
  readonly raw: string[];
  decision: unknown;
  ms: number;
}

/** A transcript before anything was said; a turn fills it as it goes, so that a failed turn shows how far it came. */
export function openTranscript(): Transcript {
  return {
    prompt: { task: '', system: '', sections: [], tools: [], decision: null, exchanges: [] },
    promptVersion: 0,
    asks: [],
    documents: [],
    dropped: [],
    embedder: null,
    budget: { tokens: 0, used: 0 },
    toolCalls: [],
    raw: [],
    decision: null,
    ms: 0,
  };
}

// What a desk takes at most is 1,000,000 characters.
const maxLength = 900_000;

/** The transcript as JSON text. One that would be too long to keep loses what its tools answered, and says so. */
export function writeTranscript(transcript: Transcript): string {
  const text = JSON.stringify(transcript);
  if (text.length <= maxLength) return text;
  const toolCalls = transcript.toolCalls.map((call) => ({ ...call, result: '(too long to keep)' }));
  const { prompt } = transcript;
  // What is said to and fro holds the same answers; sections in structure hold the same as their texts.
  const sections = prompt.sections.map((section) => ({ ...section, value: null }));
  return JSON.stringify({ ...transcript, prompt: { ...prompt, sections, exchanges: [] }, toolCalls });
}
