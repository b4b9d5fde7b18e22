import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { reorderId, sku } from '../ids';
import { qty, restsOn, words } from '../quantities';
import { tag } from '../tags';

/** Somebody asks to order more of a sku from its supplier. */
export const ReorderRequested = defineProposal({
  type: 'ReorderRequested',
  topic: 'inventory_events',
  publishedBy: ['inventory', 'shopkeeper'],
  answeredBy: {
    owner: 'inventory-service',
    accepted: ['ReorderPlaced'],
    refused: 'ReorderRefused',
  },
  schema: z.strictObject({ reorderId, sku, qty, reason: words(400), restsOn: restsOn.optional() }),
  tags: (data) => [tag.reorder(data.reorderId), tag.sku(data.sku)],
  says: (data) => `asks to reorder ${data.qty} × ${data.sku}`,
  staleIf: (data) => [
    { type: 'ReorderPlaced', tag: tag.sku(data.sku) },
    { type: 'InventoryUpdated', tag: tag.sku(data.sku) },
  ],
  example: {
    reorderId: 'r-1',
    sku: 'MUG-1',
    qty: 20,
    reason: '3 available, threshold 5',
  },
});

/** Nothing was ordered. */
export const ReorderRefused = defineRefusal({
  type: 'ReorderRefused',
  of: ReorderRequested,
  example: {
    rule: 'on-its-way',
    because: 'reorder r-1 of MUG-1 has not arrived yet',
    about: ['reorder:r-1', 'sku:MUG-1'],
  },
});
