import { z } from 'zod';
import type { Transcript } from '../../agents';
import { letter, type Letter } from '../../contracts';

const why = z
  .object({
    parts: z.object({ words: z.number(), meaning: z.number().nullable(), recency: z.number() }),
    shared: z.array(z.string()),
  })
  .nullable()
  .default(null);

// What agents write into the side store is not trusted more than what they propose.
const transcript = z.object({
  prompt: z.object({
    system: z.string(),
    sections: z.array(z.object({ title: z.string(), text: z.string() })),
  }),
  documents: z.array(z.object({ id: z.string(), text: z.string(), score: z.number(), why })),
  dropped: z.array(z.object({ id: z.string(), because: z.string(), tokens: z.number(), why })),
  embedder: z.string().nullable().default(null),
  budget: z.object({ tokens: z.number(), used: z.number() }),
  toolCalls: z.array(z.object({ tool: z.string(), args: z.unknown(), result: z.unknown() })),
  raw: z.array(z.string()),
  decision: z.unknown(),
  ms: z.number(),
});

/** A letter as the screen shows it; null when the text is no letter. */
export function readLetter(text: string): Letter | null {
  return readAs(letter, text);
}

/** A transcript as the screen shows it; null when the text is none. */
export function readTranscript(text: string): Transcript | null {
  return readAs(transcript, text);
}

function readAs<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
