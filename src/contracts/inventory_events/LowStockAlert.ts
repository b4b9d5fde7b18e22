import { z } from 'zod';
import { defineFact } from '../defineContract';
import { sku } from '../ids';
import { level } from '../quantities';
import { tag } from '../tags';

/** Official: at or below its threshold. It holds until goods lift the level above it again. */
export const LowStockAlert = defineFact({
  type: 'LowStockAlert',
  topic: 'inventory_events',
  owner: 'inventory-service',
  schema: z.strictObject({ sku, available: level, threshold: level }),
  tags: (data) => [tag.sku(data.sku)],
  says: (data) => `${data.sku} is low: ${data.available} available, threshold ${data.threshold}`,
  example: { sku: 'MUG-1', available: 3, threshold: 5 },
});
