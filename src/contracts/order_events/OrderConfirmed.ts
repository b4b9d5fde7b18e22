import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { tag } from '../tags';

/** All its items are reserved: the order will be sent. */
export const OrderConfirmed = defineFact({
  type: 'OrderConfirmed',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({ orderId, customerId }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `order ${data.orderId} is confirmed`,
  example: { orderId: '1042', customerId: 'c-7' },
});
