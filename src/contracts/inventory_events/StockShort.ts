import { z } from 'zod';
import { defineFact } from '../defineContract';
import { eventId, orderId, sku } from '../ids';
import { level, qty } from '../quantities';
import { tag } from '../tags';

/** An order cannot be reserved in full, so nothing of it is; it waits in line for goods to come in. */
export const StockShort = defineFact({
  type: 'StockShort',
  version: 2,
  topic: 'inventory_events',
  owner: 'inventory-service',
  schema: z.strictObject({
    orderId,
    /** The change or exchange it is for, by its proposal; absent when it is for the order as it stands. */
    change: eventId.optional(),
    /** Per sku that is short: how many are wanted, and how many are available. */
    items: z
      .array(z.strictObject({ sku, qty, available: level }))
      .min(1)
      .max(50),
  }),
  tags: (data) => [tag.order(data.orderId), ...data.items.map((item) => tag.sku(item.sku))],
  says: (data) => `not enough ${data.items.map((item) => item.sku).join(', ')} for order ${data.orderId}`,
  example: { orderId: '1042', items: [{ sku: 'MUG-1', qty: 2, available: 1 }] },
  formerly: [{ orderId: '1042', items: [{ sku: 'MUG-1', qty: 2, available: 1 }] }],
});
