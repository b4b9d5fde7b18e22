import { z } from 'zod';
import { defineFact } from '../defineContract';
import { orderId, sku } from '../ids';
import { level } from '../quantities';
import { tag } from '../tags';

/** Why a level can change. */
const stockReasons = [
  'received',
  'refunded',
  'exchanged',
  'returned',
  'damaged',
  'shipped',
  'counted',
  'written-off',
] as const;

/**
 * The level of a sku changed, and this is where it stands now. available = on hand − reserved; `returned` units are refunded but not
 * back yet, so they are not available.
 */
export const InventoryUpdated = defineFact({
  type: 'InventoryUpdated',
  version: 2,
  topic: 'inventory_events',
  owner: 'inventory-service',
  schema: z.strictObject({
    sku,
    /**
     * Why it changed: goods received; a refund or an exchange announced, whose goods are to come back; such a unit counted back in, or
     * back damaged, so that it never reaches the shelf; a parcel sent; the shelf counted; goods written off.
     */
    because: z.enum(stockReasons),
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
      exchanged: 'exchanged, not back yet',
      damaged: 'back, damaged and written off',
      counted: 'more or less by the count',
      'written-off': 'written off',
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
  formerly: [
    { sku: 'MUG-1', because: 'received', qty: 1, onHand: 1, reserved: 0, returned: 0, available: 1, orderId: null },
  ],
});
