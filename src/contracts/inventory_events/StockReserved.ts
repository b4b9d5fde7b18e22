import { z } from 'zod';
import { defineFact } from '../defineContract';
import { eventId, orderId, sku } from '../ids';
import { level, qty } from '../quantities';
import { tag } from '../tags';

/** The items of an order are set aside for it, all of them, and no longer available to others. */
export const StockReserved = defineFact({
  type: 'StockReserved',
  version: 2,
  topic: 'inventory_events',
  owner: 'inventory-service',
  schema: z.strictObject({
    orderId,
    /** The change or exchange it is for, by its proposal; absent when it is for the order as it stands. */
    change: eventId.optional(),
    /** Per sku: how many, and how many are available after it. */
    items: z
      .array(z.strictObject({ sku, qty, available: level }))
      .min(1)
      .max(50),
  }),
  tags: (data) => [tag.order(data.orderId), ...data.items.map((item) => tag.sku(item.sku))],
  says: (data) =>
    `reserved ${data.items.map((item) => `${item.qty} × ${item.sku}`).join(', ')} for order ${data.orderId}`,
  example: { orderId: '1042', items: [{ sku: 'MUG-1', qty: 2, available: 3 }] },
  formerly: [{ orderId: '1042', items: [{ sku: 'MUG-1', qty: 2, available: 3 }] }],
});
