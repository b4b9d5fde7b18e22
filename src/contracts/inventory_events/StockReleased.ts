import { z } from 'zod';
import { defineFact } from '../defineContract';
import { eventId, orderId, sku } from '../ids';
import { level, qty } from '../quantities';
import { tag } from '../tags';

/** What was set aside for an order is free again: the order was cancelled or changed, or a change of it came to nothing. */
export const StockReleased = defineFact({
  type: 'StockReleased',
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
    `released ${data.items.map((item) => `${item.qty} × ${item.sku}`).join(', ')} for order ${data.orderId}`,
  example: { orderId: '1042', items: [{ sku: 'MUG-1', qty: 2, available: 3 }] },
  formerly: [{ orderId: '1042', items: [{ sku: 'MUG-1', qty: 2, available: 3 }] }],
});
