import { z } from 'zod';
import type { Transcript } from '../../agents';
import { letter, profile, type Letter, type Profile } from '../../contracts';
import { caps, readJson } from '../../kernel';

const why = z
  .object({
    parts: z.object({ words: z.number(), meaning: z.number().nullable(), recency: z.number() }),
    shared: z.array(z.string()),
  })
  .nullable()
  .default(null);

const jsonSchema = z.record(z.string(), z.unknown());

const exchange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tool'), tool: z.string(), args: z.unknown(), result: z.unknown() }),
  z.object({ kind: z.literal('repair'), answer: z.string(), error: z.string() }),
]);

// Transcripts of before had of a prompt only what stood in it as text.
const prompt = z.object({
  task: z.string().default(''),
  system: z.string(),
  sections: z.array(
    z.object({
      key: z.string().default(''),
      title: z.string(),
      text: z.string(),
      value: z.unknown().transform((value) => value ?? null),
    }),
  ),
  tools: z.array(z.object({ name: z.string(), description: z.string(), args: jsonSchema })).default([]),
  decision: jsonSchema.nullable().default(null),
  exchanges: z.array(exchange).default([]),
});

const usage = z.object({ promptTokens: z.number(), answerTokens: z.number() }).nullable();

// What agents write into the side store is not trusted more than what they propose.
const transcript = z.object({
  prompt,
  promptVersion: z.int().min(0).default(0),
  asks: z.array(z.object({ reckonedTokens: z.number(), usage })).default([]),
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

/** A name and an address; null when the text is none. */
export function readProfile(text: string): Profile | null {
  return readAs(profile, text);
}

function readAs<T>(schema: z.ZodType<T>, text: string): T | null {
  const read = readJson(text, caps.sideText);
  return 'value' in read ? (schema.safeParse(read.value).data ?? null) : null;
}
