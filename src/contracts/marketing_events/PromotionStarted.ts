import { z } from 'zod';
import { defineFact } from '../defineContract';
import { promotionId, saleId, sku } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** The promotion runs. */
export const PromotionStarted = defineFact({
  type: 'PromotionStarted',
  topic: 'marketing_events',
  owner: 'marketing-desk',
  schema: z.strictObject({ promotionId, saleId, sku, text: words(200).min(1) }),
  tags: (data) => [tag.promotion(data.promotionId), tag.sale(data.saleId), tag.sku(data.sku)],
  says: (data) => `promotion runs: ${data.text}`,
  example: {
    promotionId: 'pr-1',
    saleId: 's-1',
    sku: 'MUG-1',
    text: 'Enamel mug −20 %',
  },
});
