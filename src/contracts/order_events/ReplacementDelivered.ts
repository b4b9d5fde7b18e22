import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { tag } from '../tags';

/** The customer has the new units of an exchange. */
export const ReplacementDelivered = defineFact({
  type: 'ReplacementDelivered',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({ orderId, customerId }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `the replacement of order ${data.orderId} has arrived`,
  example: { orderId: '1042', customerId: 'c-7' },
});
