import { z } from 'zod';
import { orderId, sku } from '../../contracts';
import { currencies, defaultCurrency } from '../../kernel';
import { proposalOf, type Ask } from './asks';
import { sectionValue, type Prompt } from '../../llm';

const asks = Object.keys(proposalOf) as [Ask, ...Ask[]];

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
    /** What amounts are counted in. Prompts that were recorded before they said so are of shops in the usual one. */
    currency: z.enum(currencies).default(defaultCurrency),
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
      ask: z.enum(asks),
      orderId,
      /** The units it was about, and for an exchange what they were to become; none for a whole order. */
      items: z.array(z.object({ sku, qty: z.number(), newSku: sku.nullable() })),
      methodId: z.string().nullable(),
      cents: z.number(),
      /** Money that moved the other way: charged for a dearer variant, or paid back for a cheaper one. */
      difference: z.object({ kind: z.enum(['charge', 'refund']), cents: z.number() }).nullable(),
      /** `parked`: it waits for the shopkeeper. */
      result: z.enum(['waiting', 'parked', 'done', 'refused', 'outrun']),
      because: z.string(),
    }),
  ),
  /** What the customer ordered, by its title and what tells it from its sisters. */
  products: z.array(
    z.object({ sku, title: z.string(), productId: z.string().nullable(), options: z.record(z.string(), z.string()) }),
  ),
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
