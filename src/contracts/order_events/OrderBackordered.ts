import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { tag } from '../tags';

/** Something it needs is not in stock; it is confirmed as soon as stock comes in. */
export const OrderBackordered = defineFact({
  type: 'OrderBackordered',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({ orderId, customerId }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `order ${data.orderId} waits for stock`,
  example: { orderId: '1042', customerId: 'c-7' },
});
