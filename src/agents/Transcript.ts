import type { Hit } from '../knowledge';

/** Why a document was found: the parts of its score, and the words of the question that it has, too. */
export type Why = Pick<Hit, 'parts' | 'shared'>;

/** What a turn saw and said, as the screen shows it. It lies in the side store: nothing of it is hashed. */
export interface Transcript {
  prompt: { system: string; sections: readonly { readonly title: string; readonly text: string }[] };
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
    prompt: { system: '', sections: [] },
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
  return JSON.stringify({ ...transcript, toolCalls });
}
