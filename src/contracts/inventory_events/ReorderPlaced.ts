import { z } from 'zod';
import { defineFact } from '../defineContract';
import { reorderId, sku } from '../ids';
import { qty } from '../quantities';
import { tag } from '../tags';

/** The supplier has the order. */
export const ReorderPlaced = defineFact({
  type: 'ReorderPlaced',
  topic: 'inventory_events',
  owner: 'inventory-service',
  schema: z.strictObject({ reorderId, sku, qty }),
  tags: (data) => [tag.reorder(data.reorderId), tag.sku(data.sku)],
  says: (data) => `${data.qty} × ${data.sku} reordered`,
  example: { reorderId: 'r-1', sku: 'MUG-1', qty: 20 },
});
