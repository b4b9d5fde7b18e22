import { z } from 'zod';
import { defineFact } from '../defineContract';
import { promotionId, sku } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** The promotion rests until stock is back. */
export const PromotionPaused = defineFact({
  type: 'PromotionPaused',
  topic: 'marketing_events',
  owner: 'marketing-desk',
  schema: z.strictObject({ promotionId, sku, reason: words(200) }),
  tags: (data) => [tag.promotion(data.promotionId), tag.sku(data.sku)],
  says: (data) => `promotion of ${data.sku} paused: ${data.reason}`,
  example: {
    promotionId: 'pr-1',
    sku: 'MUG-1',
    reason: 'stock low: 3 available',
  },
});
