import { z } from 'zod';
import { defineFact } from '../defineContract';
import { reorderId, sku } from '../ids';
import { tag } from '../tags';

/** A reorder comes later than it should have. */
export const ReorderDelayed = defineFact({
  type: 'ReorderDelayed',
  topic: 'inventory_events',
  owner: 'inventory-service',
  schema: z.strictObject({ reorderId, sku, dueAt: z.int().min(0) }),
  tags: (data) => [tag.reorder(data.reorderId), tag.sku(data.sku)],
  says: (data) =>
    `reorder ${data.reorderId} of ${data.sku} is late, due ${new Date(data.dueAt).toISOString().slice(0, 10)}`,
  example: { reorderId: 'r-1', sku: 'MUG-1', dueAt: 1767484800000 },
});
