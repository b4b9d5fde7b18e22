import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, methodId, orderId } from '../ids';
import { cents } from '../quantities';
import { tag } from '../tags';

/** The money is booked on the order: what can be paid back is at most the sum of these. */
export const PaymentRecorded = defineFact({
  type: 'PaymentRecorded',
  version: 2,
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({
    orderId,
    customerId,
    cents: cents.min(1),
    /** All that the customer paid for the order so far. */
    paidCents: cents,
    methodId: methodId.optional(),
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.customer(data.customerId),
    ...(data.methodId ? [tag.method(data.methodId)] : []),
  ],
  says: (data, money) => `order ${data.orderId}: ${money(data.cents)} paid`,
  example: { orderId: '1042', customerId: 'c-7', cents: 2900, paidCents: 2900, methodId: 'card-7' },
  formerly: [{ orderId: '1042', customerId: 'c-7', cents: 2900, paidCents: 2900 }],
});
