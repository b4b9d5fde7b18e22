import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { reorderId, sku } from '../ids';
import { tag } from '../tags';

/** The supplier says that a reorder comes later. */
export const SupplierDelayReported = defineProposal({
  type: 'SupplierDelayReported',
  topic: 'inventory_events',
  publishedBy: ['supplier', 'shopkeeper'],
  answeredBy: { owner: 'inventory-service', accepted: ['ReorderDelayed'], refused: 'SupplierDelayRefused' },
  schema: z.strictObject({ reorderId, sku, dueAt: z.int().min(0) }),
  tags: (data) => [tag.reorder(data.reorderId), tag.sku(data.sku)],
  says: (data) =>
    `the supplier says reorder ${data.reorderId} comes on ${new Date(data.dueAt).toISOString().slice(0, 10)}`,
  example: { reorderId: 'r-1', sku: 'MUG-1', dueAt: 1767484800000 },
});

/** Nothing is on its way that could be late. */
export const SupplierDelayRefused = defineRefusal({
  type: 'SupplierDelayRefused',
  of: SupplierDelayReported,
  example: {
    rule: 'unknown-reorder',
    because: 'no reorder r-9 of MUG-1 is on its way',
    about: ['reorder:r-9', 'sku:MUG-1'],
  },
});
