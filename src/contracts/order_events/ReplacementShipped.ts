import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { wantedItem } from '../quantities';
import { tag } from '../tags';

/** The new units of an exchange are on their way. */
export const ReplacementShipped = defineFact({
  type: 'ReplacementShipped',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({ orderId, customerId, items: z.array(wantedItem).min(1).max(50) }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `the replacement of order ${data.orderId} is on its way`,
  example: { orderId: '1042', customerId: 'c-7', items: [{ sku: 'MUG-2', qty: 1 }] },
});
