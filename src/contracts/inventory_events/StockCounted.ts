import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { importId, sku } from '../ids';
import { level } from '../quantities';
import { tag } from '../tags';

/** Somebody counted the shelf: so many of each are on hand, those set aside for orders among them. Also how opening stock comes in. */
export const StockCounted = defineProposal({
  type: 'StockCounted',
  topic: 'inventory_events',
  publishedBy: ['shopkeeper'],
  answeredBy: { owner: 'inventory-service', accepted: ['InventoryUpdated'], refused: 'StockCountRefused' },
  schema: z.strictObject({
    importId: importId.nullable(),
    counts: z
      .array(z.strictObject({ sku, onHand: level }))
      .min(1)
      .max(100),
  }),
  tags: (data) => [
    ...(data.importId ? [tag.import(data.importId)] : []),
    ...data.counts.map((one) => tag.sku(one.sku)),
  ],
  says: (data) => `counted: ${data.counts.map((one) => `${one.onHand} × ${one.sku}`).join(', ')}`,
  example: { importId: null, counts: [{ sku: 'MUG-1', onHand: 19 }] },
});

/** The books stay as they are. */
export const StockCountRefused = defineRefusal({
  type: 'StockCountRefused',
  of: StockCounted,
  example: { rule: 'no-difference', because: 'the books say the same', about: ['sku:MUG-1'] },
});
