import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { cents } from '../quantities';
import { tag } from '../tags';
import { euros } from '../../kernel';

/** The order is off, and what was paid for it goes back. Stock that was held for it is released. */
export const OrderCancelled = defineFact({
  type: 'OrderCancelled',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({ orderId, customerId, paidBackCents: cents }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `order ${data.orderId} is cancelled, ${euros(data.paidBackCents)} paid back`,
  example: { orderId: '1042', customerId: 'c-7', paidBackCents: 2900 },
});
