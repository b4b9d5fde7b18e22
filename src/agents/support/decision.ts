import { z } from 'zod';
import { cents, claim, orderId, qty, sku, words } from '../../contracts';
import { cancellationReason, refundReason } from './reasons';

/** What support decides in one turn: ask for what the customer wants, or answer, or hand the mail to a person. */
export const supportDecision = z
  .strictObject({
    refunds: z.array(z.strictObject({ orderId, sku, qty, cents: cents.min(1), reason: refundReason })).max(10),
    cancellations: z.array(z.strictObject({ orderId, reason: cancellationReason })).max(5),
    reply: z.strictObject({ text: words(6000).min(1), claims: z.array(claim).max(20) }).nullable(),
    escalation: z
      .strictObject({
        reason: z.enum(['unclear', 'unknown-sender', 'not-their-order', 'not-mine-to-decide', 'kept-changing']),
        because: words(400),
      })
      .nullable(),
    summary: words(300).min(1),
  })
  .refine(
    ({ refunds, cancellations, reply, escalation }) =>
      [refunds.length + cancellations.length > 0, reply !== null, escalation !== null].filter(Boolean).length === 1,
    'either ask for refunds and cancellations, or reply, or escalate: a reply is written after the answers are known',
  );

export type SupportDecision = z.infer<typeof supportDecision>;
