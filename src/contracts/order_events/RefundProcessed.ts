import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId, sku } from '../ids';
import { paidBack } from '../payments';
import { cents, qty } from '../quantities';
import { tag } from '../tags';

/** The money is on its way back. These units are refunded once and for all; they count as returned until the parcel is back. */
export const RefundProcessed = defineFact({
  type: 'RefundProcessed',
  version: 2,
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({
    orderId,
    customerId,
    sku,
    qty,
    cents: cents.min(1),
    /** All that this order paid back so far, this refund included. */
    refundedCents: cents,
    paidBack,
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.line(data.orderId, data.sku),
    tag.customer(data.customerId),
    tag.sku(data.sku),
  ],
  says: (data, money) => `${money(data.cents)} refunded for ${data.qty} × ${data.sku} of order ${data.orderId}`,
  example: {
    orderId: '1042',
    customerId: 'c-7',
    sku: 'MUG-1',
    qty: 1,
    cents: 1450,
    refundedCents: 1450,
    paidBack: [{ methodId: 'card-7', cents: 1450 }],
  },
  formerly: [{ orderId: '1042', customerId: 'c-7', sku: 'MUG-1', qty: 1, cents: 1450, refundedCents: 1450 }],
});
