import { z } from 'zod';
import { defineFact } from '../defineContract';
import { promotionId, saleId, sku } from '../ids';
import { tag } from '../tags';

/** The promotion is over because its sale is. */
export const PromotionEnded = defineFact({
  type: 'PromotionEnded',
  topic: 'marketing_events',
  owner: 'marketing-desk',
  schema: z.strictObject({ promotionId, saleId, sku }),
  tags: (data) => [tag.promotion(data.promotionId), tag.sale(data.saleId), tag.sku(data.sku)],
  says: (data) => `the promotion of ${data.sku} is over`,
  example: { promotionId: 'pr-1', saleId: 's-1', sku: 'MUG-1' },
});
