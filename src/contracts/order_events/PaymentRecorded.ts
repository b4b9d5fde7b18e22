import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { cents } from '../quantities';
import { tag } from '../tags';
import { euros } from '../../kernel';

/** The money is booked on the order: what can be paid back is at most the sum of these. */
export const PaymentRecorded = defineFact({
  type: 'PaymentRecorded',
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({
    orderId,
    customerId,
    cents: cents.min(1),
    paidCents: cents,
  }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data) => `order ${data.orderId}: ${euros(data.cents)} paid`,
  example: { orderId: '1042', customerId: 'c-7', cents: 2900, paidCents: 2900 },
});
