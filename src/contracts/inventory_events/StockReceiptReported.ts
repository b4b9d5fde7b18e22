import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { reorderId, sku } from '../ids';
import { qty } from '../quantities';
import { tag } from '../tags';

/** Goods came in at the back door, on a reorder or unasked. */
export const StockReceiptReported = defineProposal({
  type: 'StockReceiptReported',
  topic: 'inventory_events',
  publishedBy: ['supplier', 'shopkeeper'],
  answeredBy: {
    owner: 'inventory-service',
    accepted: ['InventoryUpdated'],
    refused: 'StockReceiptRefused',
  },
  schema: z.strictObject({ sku, qty, reorderId: reorderId.nullable() }),
  tags: (data) => [tag.sku(data.sku), ...(data.reorderId ? [tag.reorder(data.reorderId)] : [])],
  says: (data) => `${data.qty} × ${data.sku} came in`,
  example: { sku: 'MUG-1', qty: 20, reorderId: 'r-1' },
});

/** The goods were not booked. */
export const StockReceiptRefused = defineRefusal({
  type: 'StockReceiptRefused',
  of: StockReceiptReported,
  example: {
    rule: 'unknown-sku',
    because: 'the shop does not sell MUG-9',
    about: ['sku:MUG-9'],
  },
});
