import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, eventId, orderId } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** The shopkeeper agreed, nothing had moved: the answer to the proposal follows in the same commit. */
export const ApprovalGiven = defineFact({
  type: 'ApprovalGiven',
  topic: 'shop_events',
  owner: 'order-state',
  schema: z.strictObject({ proposalId: eventId, orderId, customerId, because: words(400) }),
  tags: (data) => [tag.approval(data.proposalId), tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `the shopkeeper agreed to ${data.proposalId} (order ${data.orderId})`,
  example: { proposalId: 'support-1', orderId: '1042', customerId: 'c-7', because: 'a good customer' },
});
