import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, mailId, ref } from '../ids';
import { tag } from '../tags';
import { claim } from '../claims';

/** An answer to a mail is written. Its text lies in the side store; what it claims as true stands here, to be checked. */
export const ReplyDrafted = defineProposal({
  type: 'ReplyDrafted',
  topic: 'support_events',
  publishedBy: ['support', 'shopkeeper'],
  answeredBy: {
    owner: 'mailroom',
    accepted: ['ReplySent'],
    refused: 'ReplyRejected',
  },
  schema: z.strictObject({
    mailId,
    customerId,
    text: ref,
    claims: z.array(claim).max(20),
    /** It asks something back: the matter is open until the customer writes again. */
    asks: z.literal(true).optional(),
    /** It only says that something waits for the shopkeeper: another reply follows when that is decided. */
    interim: z.literal(true).optional(),
  }),
  // With what it claims: the answer to this draft rests on these orders and skus too.
  tags: (data) => [
    tag.mail(data.mailId),
    tag.customer(data.customerId),
    ...data.claims.map((one) => (one.says === 'available' ? tag.sku(one.sku) : tag.order(one.orderId))),
  ],
  says: (data) => `a reply to mail ${data.mailId} is drafted`,
  staleIf: (data) => [
    { type: 'ReplySent', tag: tag.mail(data.mailId) },
    ...data.claims.flatMap((one) =>
      one.says === 'order-status'
        ? ['OrderConfirmed', 'OrderBackordered', 'OrderShipped', 'OrderDelivered', 'OrderCancelled'].map((type) => ({
            type,
            tag: tag.order(one.orderId),
          }))
        : [],
    ),
  ],
  example: {
    mailId: 'm-1',
    customerId: 'c-7',
    text: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    claims: [{ says: 'refunded', orderId: '1042', sku: 'MUG-1', qty: 1, cents: 1450 }],
  },
});

/** The reply does not go out. */
export const ReplyRejected = defineRefusal({
  type: 'ReplyRejected',
  of: ReplyDrafted,
  example: {
    rule: 'untrue-claim',
    because: 'no refund of 1 × MUG-1 of order 1042 was processed',
    about: ['mail:m-1', 'customer:c-7'],
  },
});
