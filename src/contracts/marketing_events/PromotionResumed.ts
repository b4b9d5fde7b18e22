import { z } from 'zod';
import { defineFact } from '../defineContract';
import { promotionId, sku } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** The promotion runs again. */
export const PromotionResumed = defineFact({
  type: 'PromotionResumed',
  topic: 'marketing_events',
  owner: 'marketing-desk',
  schema: z.strictObject({ promotionId, sku, reason: words(200) }),
  tags: (data) => [tag.promotion(data.promotionId), tag.sku(data.sku)],
  says: (data) => `promotion of ${data.sku} resumed: ${data.reason}`,
  example: {
    promotionId: 'pr-1',
    sku: 'MUG-1',
    reason: 'stock back: 23 available',
  },
});
