import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { sku } from '../ids';
import { level } from '../quantities';
import { tag } from '../tags';

/** The inventory agent thinks a sku is running low. */
export const LowStockReported = defineProposal({
  type: 'LowStockReported',
  topic: 'inventory_events',
  publishedBy: ['inventory', 'shopkeeper'],
  answeredBy: {
    owner: 'inventory-service',
    accepted: ['LowStockAlert'],
    refused: 'LowStockDismissed',
  },
  schema: z.strictObject({ sku, available: level }),
  tags: (data) => [tag.sku(data.sku)],
  says: (data) => `${data.sku} looks low: ${data.available} available`,
  staleIf: (data) =>
    ['InventoryUpdated', 'StockReleased', 'LowStockAlert'].map((type) => ({
      type,
      tag: tag.sku(data.sku),
    })),
  example: { sku: 'MUG-1', available: 3 },
});

/** The level is not low, or everybody knows already. */
export const LowStockDismissed = defineRefusal({
  type: 'LowStockDismissed',
  of: LowStockReported,
  example: {
    rule: 'not-low',
    because: 'MUG-1 has 21 available, low is 5',
    about: ['sku:MUG-1'],
  },
});
