import { z } from 'zod';
import type { EngineAnswer } from '../../llm';

const id = z.string().regex(/^[A-Za-z0-9][\w-]{0,23}$/, 'letters, digits and -, at most 24');
const qty = z.int().min(1).max(99);
const cents = z.int().min(1).max(1e6);

/** What a learner can do in support's place: look something up, ask for something, or end the mail. */
export const move = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lookUp'), orderId: id }),
  z.strictObject({ kind: z.literal('stock'), sku: id }),
  z.strictObject({ kind: z.literal('refund'), orderId: id, sku: id, qty, cents }),
  z.strictObject({ kind: z.literal('cancel'), orderId: id }),
  z.strictObject({
    kind: z.literal('reply'),
    text: z.string().trim().min(1).max(2_000),
    /** The fact it states, which the mailroom will check; null when it states none. */
    claim: z
      .discriminatedUnion('says', [
        z.strictObject({ says: z.literal('refunded'), orderId: id, sku: id, qty, cents }),
        z.strictObject({ says: z.literal('cancelled'), orderId: id }),
        z.strictObject({
          says: z.literal('order-status'),
          orderId: id,
          status: z.enum(['placed', 'confirmed', 'backordered', 'shipped', 'delivered', 'cancelled']),
        }),
        z.strictObject({ says: z.literal('available'), sku: id, available: z.boolean() }),
      ])
      .nullable(),
  }),
  z.strictObject({ kind: z.literal('handOver'), because: z.string().trim().min(1).max(400) }),
]);
export type Move = z.infer<typeof move>;

/** The move as support's engine says it: a tool call, or a decision in support's own shape. */
export function sayMove(made: Move): EngineAnswer {
  const ask = (tool: string, args: object): EngineAnswer => ({ text: '', toolCalls: [{ tool, args }], usage: null });
  const decide = (part: object): EngineAnswer => ({
    text: JSON.stringify({
      understood: { intents: ['other'], orders: [], products: [] },
      acts: [],
      reply: null,
      escalation: null,
      filing: null,
      summary: 'a learner decided',
      ...part,
    }),
    toolCalls: [],
    usage: null,
  });
  switch (made.kind) {
    case 'lookUp':
      return ask('lookupOrder', { orderId: made.orderId });
    case 'stock':
      return ask('stockOf', { sku: made.sku });
    case 'refund': {
      const { orderId, sku, qty, cents } = made;
      return decide({ acts: [{ ask: 'refund', orderId, sku, qty, cents, reason: 'damaged' }] });
    }
    case 'cancel':
      return decide({ acts: [{ ask: 'cancellation', orderId: made.orderId, reason: 'no-longer-needed' }] });
    case 'reply':
      return decide({ reply: { kind: 'answer', text: made.text, claims: made.claim ? [made.claim] : [] } });
    case 'handOver':
      return decide({ escalation: { reason: 'not-mine-to-decide', because: made.because } });
  }
}
