import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, eventId, orderId } from '../ids';
import { position, words } from '../quantities';
import { tag } from '../tags';

/** What was to be approved is no longer what it was: the proposal is refused, and a new one is needed. */
export const ApprovalLapsed = defineFact({
  type: 'ApprovalLapsed',
  topic: 'shop_events',
  owner: 'order-state',
  schema: z.strictObject({
    proposalId: eventId,
    orderId,
    customerId,
    /** The facts under it that came after it was parked. */
    moved: z.array(position).max(100),
    because: words(400),
  }),
  tags: (data) => [tag.approval(data.proposalId), tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `the approval of ${data.proposalId} lapsed: ${data.because} (order ${data.orderId})`,
  example: {
    proposalId: 'support-1',
    orderId: '1042',
    customerId: 'c-7',
    moved: [44],
    because: 'the world moved at 44',
  },
});
