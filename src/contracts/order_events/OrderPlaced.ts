import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, orderId, ref } from '../ids';
import { boughtItem } from '../quantities';
import { tag } from '../tags';

/** The order stands, at these prices. Stock is not promised yet. */
export const OrderPlaced = defineFact({
  type: 'OrderPlaced',
  version: 2,
  topic: 'order_events',
  owner: 'order-state',
  schema: z.strictObject({
    orderId,
    customerId,
    items: z.array(boughtItem).min(1).max(50),
    address: ref.optional(),
  }),
  tags: (data) => [
    tag.order(data.orderId),
    tag.customer(data.customerId),
    ...data.items.map((item) => tag.sku(item.sku)),
  ],
  says: (data) =>
    `order ${data.orderId} is placed: ${data.items.map((item) => `${item.qty} × ${item.sku}`).join(', ')}`,
  example: {
    orderId: '1042',
    customerId: 'c-7',
    items: [{ sku: 'MUG-1', qty: 2, unitCents: 1450 }],
  },
  formerly: [{ orderId: '1042', customerId: 'c-7', items: [{ sku: 'MUG-1', qty: 2, unitCents: 1450 }] }],
});
