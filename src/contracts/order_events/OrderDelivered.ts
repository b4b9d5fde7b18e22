import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { tag } from '../tags';

/** The parcel is with the customer. */
export const OrderDelivered = defineFact({
  type: 'OrderDelivered',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({ orderId, customerId }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `order ${data.orderId} is delivered`,
  example: { orderId: '1042', customerId: 'c-7' },
});
