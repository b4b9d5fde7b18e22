import { z } from 'zod';
import { level, qty, sku, words } from '../../contracts';

/** What the inventory agent decides: which levels to report as low, and what to order from the supplier. */
export const inventoryDecision = z.strictObject({
  reports: z.array(z.strictObject({ sku, available: level })).max(10),
  reorders: z.array(z.strictObject({ sku, qty, reason: words(400).min(1) })).max(10),
  summary: words(300).min(1),
});

export type InventoryDecision = z.infer<typeof inventoryDecision>;
