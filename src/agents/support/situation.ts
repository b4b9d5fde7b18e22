import { z } from 'zod';
import { orderId, sku } from '../../contracts';
import { sectionValue, type Prompt } from '../../llm';

const letter = z.object({
  from: z.string(),
  address: z.string(),
  subject: z.string(),
  text: z.string(),
  /** A machine sent it, by its own headers. */
  automatic: z.boolean(),
  lost: z.boolean(),
});

/** The sections of support's prompt in structure: what `consider` writes and the script reads. */
const situation = z.object({
  case: z.object({
    known: z.boolean(),
    closed: z.boolean(),
    keptChanging: z.boolean(),
    /** The receiving server found that it is not from its sender. */
    unverified: z.boolean(),
    /** The numbers of this customer’s orders. */
    orders: z.array(z.string()),
  }),
  letter,
  /** The mail before this one in its thread, when support asked something back on it. */
  earlier: z.object({ subject: z.string(), text: z.string(), isThread: z.boolean() }).nullable(),
  outcomes: z.array(
    z.object({
      type: z.enum(['RefundRequested', 'CancellationRequested']),
      orderId,
      sku: sku.nullable(),
      qty: z.number(),
      cents: z.number(),
      result: z.enum(['waiting', 'done', 'refused', 'outrun']),
      because: z.string(),
    }),
  ),
  products: z.array(z.object({ sku, title: z.string() })),
  rules: z.array(z.object({ id: z.string(), text: z.string() })),
});

export type Situation = z.infer<typeof situation>;
export type AskOutcome = Situation['outcomes'][number];

/** Reads the situation back out of a prompt. */
export function readSituation(prompt: Prompt): Situation {
  return situation.parse(
    Object.fromEntries(Object.keys(situation.shape).map((key) => [key, sectionValue(prompt, key)])),
  );
}
