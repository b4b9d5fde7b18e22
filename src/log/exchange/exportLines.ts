import { z } from 'zod';
import { eventId, position, ref, topics, words } from '../../contracts';
import { caps } from '../../kernel';

const worldId = z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/, 'a world id has 1 to 64 letters, digits, dots or dashes');
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'a hash is 64 hex digits');
const moment = z
  .string()
  .max(40)
  .refine((text) => isMoment(text), 'a time is written like 2026-03-02T09:00:00.000Z');

/** The first line: what this is, and which world it was. */
const header = z.strictObject({
  line: z.literal('header'),
  format: z.literal('common-ground-world'),
  version: z.literal(1),
  world: worldId,
  name: words(200),
  created: moment,
});

/** Before the events of a commit: where it stands in the chain, and how many lines of events follow. */
const commit = z.strictObject({
  line: z.literal('commit'),
  first: position.min(1),
  events: z.int().min(1).max(caps.export.eventsPerCommit),
  previous: hash,
  hash,
});

/** One event, as CloudEvents 1.0 wants it; extension names have lower-case letters only, and what is no scalar lies in `data`. */
const event = z.strictObject({
  specversion: z.literal('1.0'),
  id: eventId,
  source: z.string().regex(/^\/worlds\/[A-Za-z0-9][\w.-]{0,63}\/[a-z-]{1,40}$/, 'a source is /worlds/<world>/<author>'),
  type: z.string().min(1).max(60),
  time: moment,
  datacontenttype: z.literal('application/json'),
  subject: z.string().min(1).max(200).optional(),
  position: position.min(1),
  kind: z.enum(['proposal', 'fact', 'record']),
  topic: z.enum(topics),
  messageversion: z.int().min(1).max(1000),
  external: z.boolean(),
  causationid: eventId.optional(),
  correlationid: eventId,
  answers: eventId.optional(),
  data: z.strictObject({
    tags: z.array(z.string().min(1).max(200)).max(1000),
    basis: position.optional(),
    message: z.record(z.string(), z.unknown()),
  }),
});

/** A letter, a profile or a transcript: it lies beside the log and can be forgotten there, but not in this file. */
const text = z.strictObject({
  line: z.literal('text'),
  ref,
  subject: z.string().regex(/^[\w.-]{1,120}$/, 'a subject is an id'),
  salt: words(200),
  text: z.string().max(caps.export.lineChars),
});

/** How far somebody who follows the log had come. */
const reader = z.strictObject({
  line: z.literal('reader'),
  reader: z.string().regex(/^[\w:.-]{1,100}$/, 'a reader has a short name'),
  position,
  attempts: z.int().min(0).max(1000),
});

/** The last line: what the file holds, and the SHA-256 of every byte before this line. */
const seal = z.strictObject({
  line: z.literal('seal'),
  events: position,
  commits: position,
  texts: position,
  readers: position,
  head: position,
  headhash: hash,
  sha256: hash,
});

/** The shapes of all lines, by their `line`; an event has none, it has its `specversion`. */
export const lineShapes = { header, commit, event, text, reader, seal };

export type HeaderLine = z.infer<typeof header>;
/** The first line of a file that holds one story: it is no world. */
export type StoryHeader = Omit<HeaderLine, 'format'> & {
  readonly format: 'common-ground-story';
  readonly story: string;
};
export type CommitLine = z.infer<typeof commit>;
export type EventLine = z.infer<typeof event>;
export type TextLine = z.infer<typeof text>;
export type ReaderLine = z.infer<typeof reader>;
export type ExportLine = HeaderLine | CommitLine | EventLine | TextLine | ReaderLine | z.infer<typeof seal>;

/** Milliseconds since 1970 as the file writes them. */
export const momentOf = (ms: number): string => new Date(ms).toISOString();

function isMoment(written: string): boolean {
  const ms = Date.parse(written);
  return !Number.isNaN(ms) && momentOf(ms) === written;
}
