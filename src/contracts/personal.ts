import { z } from 'zod';
import { words } from './quantities';

/** A customer's personal fields, as they lie in the side store. Events carry only their ref. */
export const profile = z.strictObject({
  name: words(200),
  address: words(320),
  /** Where parcels go, as lines of text; absent when nobody said. */
  postal: words(600).optional(),
});

/** A mail as the intake read it: always text, never HTML. It lies in the side store; the event carries its ref. */
export const letter = z.strictObject({
  from: z.strictObject({ name: words(200), address: words(320) }),
  subject: words(1000),
  text: words(200_000),
  /** When it was written, by its own header; null if it does not say. Milliseconds since 1970. */
  writtenAt: z.number().int().nullable(),
  messageId: words(1000).nullable(),
  attachments: z
    .array(
      z.strictObject({
        name: words(300),
        type: words(200),
        bytes: z.int().min(0),
      }),
    )
    .max(1000),
});

export type Profile = z.infer<typeof profile>;
export type Letter = z.infer<typeof letter>;
