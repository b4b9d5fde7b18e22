import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId } from '../ids';
import { paidBack } from '../payments';
import { cancelReasons } from '../policies';
import { cents } from '../quantities';
import { tag } from '../tags';

/** The order is off, and what was paid for it goes back. Stock that was held for it is released. */
export const OrderCancelled = defineFact({
  type: 'OrderCancelled',
  version: 2,
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({
    orderId,
    customerId,
    paidBackCents: cents,
    /** To whom it goes: to each method what it paid, net. */
    paidBack,
    reason: z.enum(cancelReasons).optional(),
  }),
  tags: (data) => [tag.order(data.orderId), tag.customer(data.customerId)],
  says: (data, money) => `order ${data.orderId} is cancelled, ${money(data.paidBackCents)} paid back`,
  example: {
    orderId: '1042',
    customerId: 'c-7',
    paidBackCents: 2900,
    paidBack: [{ methodId: 'card-7', cents: 2900 }],
    reason: 'ordered-by-mistake',
  },
  formerly: [{ orderId: '1042', customerId: 'c-7', paidBackCents: 2900 }],
});
