import { z } from 'zod';
import { defineFact } from '../defineContract';
import { orderId, sku } from '../ids';
import { level } from '../quantities';
import { tag } from '../tags';

/**
 * The level of a sku changed, and this is where it stands now. available = on hand − reserved; `returned` units are refunded but not
 * back yet, so they are not available.
 */
export const InventoryUpdated = defineFact({
  type: 'InventoryUpdated',
  topic: 'inventory_events',
  owner: 'inventory-service',
  schema: z.strictObject({
    sku,
    /** Why it changed: goods received, a refund announced, a refunded unit counted back in, a parcel sent. */
    because: z.enum(['received', 'refunded', 'returned', 'shipped']),
    qty: level.min(1),
    onHand: level,
    reserved: level,
    returned: level,
    available: level,
    orderId: orderId.nullable(),
  }),
  tags: (data) => [
    tag.sku(data.sku),
    ...(data.orderId ? [tag.order(data.orderId), tag.line(data.orderId, data.sku)] : []),
  ],
  says: (data) => {
    const why = {
      received: 'received',
      refunded: 'refunded, not back yet',
      returned: 'back on the shelf',
      shipped: 'sent',
    };
    return `${data.sku}: ${data.qty} ${why[data.because]}, ${data.available} available`;
  },
  example: {
    sku: 'MUG-1',
    because: 'received',
    qty: 20,
    onHand: 23,
    reserved: 2,
    returned: 1,
    available: 21,
    orderId: null,
  },
});
