import { z } from 'zod';
import { defineFact } from '../defineContract';
import { reorderId, sku } from '../ids';
import { qty } from '../quantities';
import { tag } from '../tags';

/** The supplier has the order. */
export const ReorderPlaced = defineFact({
  type: 'ReorderPlaced',
  version: 2,
  topic: 'inventory_events',
  owner: 'inventory-service',
  /** `dueAt`: when it should be here, by the lead time of the sku; milliseconds since 1970. */
  schema: z.strictObject({ reorderId, sku, qty, dueAt: z.int().min(0).optional() }),
  tags: (data) => [tag.reorder(data.reorderId), tag.sku(data.sku)],
  says: (data) => `${data.qty} × ${data.sku} reordered`,
  example: { reorderId: 'r-1', sku: 'MUG-1', qty: 20 },
  formerly: [{ reorderId: 'r-1', sku: 'MUG-1', qty: 20 }],
});
