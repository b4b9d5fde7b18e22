import { z } from 'zod';
import { caps } from '../kernel';
import { words } from './quantities';

const at = caps.letter;

/** A customer's personal fields, as they lie in the side store. Events carry only their ref. */
export const profile = z.strictObject({
  name: words(at.name),
  address: words(at.address),
  /** Where parcels go, as lines of text; absent when nobody said. */
  postal: words(600).optional(),
});

/** A mail as the intake read it: always text, never HTML. It lies in the side store; the event carries its ref. */
export const letter = z.strictObject({
  from: z.strictObject({ name: words(at.name), address: words(at.address) }),
  subject: words(at.subject),
  text: words(at.text),
  /** When it was written, by its own header; null if it does not say. Milliseconds since 1970. */
  writtenAt: z.number().int().nullable(),
  messageId: words(at.messageId).nullable(),
  attachments: z
    .array(
      z.strictObject({
        name: words(at.file),
        type: words(at.type),
        bytes: z.int().min(0),
      }),
    )
    .max(at.attachments),
  /** A machine sent it, by its own headers (RFC 3834): it is never answered. */
  automatic: z.boolean().optional(),
  /** What the receiving mail server found about the sender (RFC 8601); absent when no server looked. */
  senderCheck: z.enum(['passed', 'failed']).optional(),
  /** The Message-IDs it refers to, the nearest first. */
  thread: z.array(words(1000)).max(50).optional(),
});

export type Profile = z.infer<typeof profile>;
export type Letter = z.infer<typeof letter>;
