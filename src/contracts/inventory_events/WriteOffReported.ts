import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { sku } from '../ids';
import { qty, words } from '../quantities';
import { tag } from '../tags';

/** Goods on the shelf can no longer be sold: broken, lost, past their date. */
export const WriteOffReported = defineProposal({
  type: 'WriteOffReported',
  topic: 'inventory_events',
  publishedBy: ['shopkeeper'],
  answeredBy: { owner: 'inventory-service', accepted: ['InventoryUpdated'], refused: 'WriteOffRefused' },
  schema: z.strictObject({ sku, qty, because: words(400) }),
  tags: (data) => [tag.sku(data.sku)],
  says: (data) => `${data.qty} × ${data.sku} can no longer be sold: ${data.because}`,
  example: { sku: 'MUG-1', qty: 2, because: 'chipped' },
});

/** Nothing is written off. */
export const WriteOffRefused = defineRefusal({
  type: 'WriteOffRefused',
  of: WriteOffReported,
  example: { rule: 'not-so-many', because: 'only 1 × MUG-1 is there and not set aside', about: ['sku:MUG-1'] },
});
