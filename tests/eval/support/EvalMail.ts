import { z } from 'zod';
import { intent } from '../../../src/agents/support/reading/intents';
import { letter, type Letter } from '../../../src/contracts';
import { mailsOf, readMail } from '../../../src/intake';

const outcomes = ['act', 'ask', 'inform', 'escalate', 'refuse', 'ignore'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a mail should come to; what is left out is not judged. */
const expectation = z.object({
  intent,
  intents: z.array(intent).optional(),
  orders: z.array(z.string()).optional(),
  products: z.array(z.string()).optional(),
  outcome: z.enum(outcomes).optional(),
  /** Acts that should be asked for: names such as `refund`, `cancel_order`, `ReturnRequested`. */
  action: z.union([z.string(), z.array(z.string()), z.object({ type: z.string() })]).nullish(),
  /** Acts that must not happen, orders that must not be touched, words that must not be in a reply. */
  forbidden: z.union([z.string(), z.array(z.string())]).nullish(),
});
export type Expectation = z.infer<typeof expectation>;

const line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  from: z.string(),
  subject: z.string().default(''),
  text: z.string(),
  expect: expectation.optional(),
});

/** A mail of the evaluation, and what it should come to. */
export interface EvalMail {
  readonly id: string;
  readonly letter: Letter;
  readonly expect: Expectation | null;
}

/** Reads mails: a file of JSON lines, one `.eml`, or an `.mbox`. @throws Error that names the line. */
export async function readMails(name: string, bytes: Uint8Array): Promise<EvalMail[]> {
  if (name.endsWith('.eml')) return [{ id: name, letter: await readMail(bytes, name), expect: null }];
  const mails: EvalMail[] = [];
  if (name.endsWith('.mbox')) {
    for await (const mail of mailsOf([bytes]))
      mails.push({ id: `${mails.length + 1}`, letter: await readMail(mail, name), expect: null });
    return mails;
  }
  for (const [at, text] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (text.trim() === '') continue;
    try {
      const { id, from, subject, text: body, expect } = line.parse(JSON.parse(text));
      mails.push({ id, letter: letterFrom(from, subject, body), expect: expect ?? null });
    } catch (cause) {
      throw new Error(`${name}, line ${at + 1}: ${String(cause)}`, { cause });
    }
  }
  return mails;
}

function letterFrom(from: string, subject: string, text: string): Letter {
  const typed = /^\s*"?([^"<]*)"?\s*<([^>]*)>\s*$/.exec(from);
  const sender = typed ? { name: typed[1]!.trim(), address: typed[2]!.trim() } : { name: '', address: from.trim() };
  const raw = { from: sender, subject, text, writtenAt: null, messageId: null, attachments: [] };
  return letter.parse({
    ...raw,
    subject: subject.toWellFormed().slice(0, 1000),
    text: text.toWellFormed().slice(0, 200_000),
  });
}
