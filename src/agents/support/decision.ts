import { z } from 'zod';
import { cents, claim, escalationReason, methodId, orderId, qty, sku, wantedItem, words } from '../../contracts';
import { intent } from './reading/intents';
import { cancellationReason, refundReason } from './reasons';

/** Units of one variant that are to become another. */
const variantChange = z.strictObject({ sku, qty, newSku: sku });

/** Something support may ask for on behalf of the customer of its mail. A service decides each. */
export const supportAct = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('refund'), orderId, sku, qty, cents: cents.min(1), reason: refundReason }),
  z.strictObject({ ask: z.literal('cancellation'), orderId, reason: cancellationReason }),
  z.strictObject({
    ask: z.literal('return'),
    orderId,
    items: z.array(wantedItem).min(1).max(50),
    methodId: methodId.nullable(),
    reason: refundReason,
  }),
  z.strictObject({
    ask: z.literal('exchange'),
    orderId,
    changes: z.array(variantChange).min(1).max(50),
    methodId: methodId.nullable(),
    reason: refundReason,
  }),
  z.strictObject({
    ask: z.literal('items'),
    orderId,
    changes: z.array(variantChange).min(1).max(50),
    methodId: methodId.nullable(),
  }),
  /** The address as lines of text; it goes to the side store. */
  z.strictObject({ ask: z.literal('address'), orderId, address: words(600).min(5) }),
  z.strictObject({ ask: z.literal('payment'), orderId, methodId }),
]);

/** What support understood of a mail: what it is about, main thing first, and which orders and products it means. */
export const understood = z.strictObject({
  intents: z.array(intent).min(1).max(8),
  orders: z.array(words(64)).max(20),
  products: z.array(sku).max(20),
});

/** What support decides in one turn: ask for what the customer wants, or answer, or hand the mail to a person, or put it away. */
export const supportDecision = z
  .strictObject({
    understood,
    acts: z.array(supportAct).max(15),
    reply: z
      .strictObject({
        kind: z.enum(['answer', 'question', 'refusal']),
        text: words(6000).min(1),
        claims: z.array(claim).max(20),
      })
      .nullable(),
    escalation: z.strictObject({ reason: escalationReason, because: words(400) }).nullable(),
    filing: z.strictObject({ reason: z.enum(['automatic', 'nothing-asked']), because: words(400) }).nullable(),
    summary: words(300).min(1),
  })
  .refine(
    ({ acts, reply, escalation, filing }) =>
      [acts.length > 0, reply !== null, escalation !== null, filing !== null].filter(Boolean).length === 1,
    'either ask for something, or reply, or escalate, or file: a reply is written after the answers are known',
  );

export type SupportAct = z.infer<typeof supportAct>;
export type Understood = z.infer<typeof understood>;
export type SupportDecision = z.infer<typeof supportDecision>;
