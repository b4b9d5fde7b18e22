import { z } from 'zod';
import { defineFact } from '../defineContract';
import { reorderId, sku } from '../ids';
import { level, qty } from '../quantities';
import { tag } from '../tags';

/** A delivery brought fewer than were ordered. The rest does not come on its own: it has to be ordered anew. */
export const ReorderShort = defineFact({
  type: 'ReorderShort',
  topic: 'inventory_events',
  owner: 'inventory-service',
  schema: z.strictObject({ reorderId, sku, orderedQty: qty, receivedQty: level }),
  tags: (data) => [tag.reorder(data.reorderId), tag.sku(data.sku)],
  says: (data) => `reorder ${data.reorderId} came short: ${data.receivedQty} of ${data.orderedQty} × ${data.sku}`,
  example: { reorderId: 'r-1', sku: 'MUG-1', orderedQty: 20, receivedQty: 14 },
});
