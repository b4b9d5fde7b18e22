import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, eventId, orderId } from '../ids';
import { cents, position, words } from '../quantities';
import { tag } from '../tags';

/** A proposal met a policy and is parked: its answer comes when the shopkeeper has decided, or when a fact made it void. */
export const ApprovalAsked = defineFact({
  type: 'ApprovalAsked',
  topic: 'shop_events',
  owner: 'order-state',
  schema: z.strictObject({
    proposalId: eventId,
    /** The type of the proposal. */
    asks: z.string().max(60),
    orderId,
    customerId,
    policy: z.string().max(40),
    because: words(400),
    /** SHA-256 of the proposal's data in canonical JSON: the approval is for this and nothing else. */
    payload: z.string().regex(/^[0-9a-f]{64}$/),
    /** The position of the world it was parked at: facts under it that come later make it void. */
    basis: position,
    /** The money at stake. */
    cents,
  }),
  tags: (data) => [tag.approval(data.proposalId), tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data, money) =>
    `waits for the shopkeeper: ${data.because}${data.cents > 0 ? `, ${money(data.cents)}` : ''} (order ${data.orderId})`,
  example: {
    proposalId: 'support-1',
    asks: 'RefundRequested',
    orderId: '1042',
    customerId: 'c-7',
    policy: 'refund-above',
    because: 'refunds above €10.00 wait for the shopkeeper',
    payload: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    basis: 40,
    cents: 1450,
  },
});
