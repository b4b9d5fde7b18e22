import { z } from 'zod';
import { promotionId, saleId, sku, words } from '../../contracts';

/** What marketing decides: posts to put out, sales to promote, promotions to pause or to take up again. */
export const marketingDecision = z.strictObject({
  posts: z.array(z.strictObject({ sku, occasion: z.enum(['new-product', 'sale']), text: words(600).min(1) })).max(4),
  promotions: z.array(z.strictObject({ sku, saleId, text: words(200).min(1) })).max(4),
  pauses: z.array(z.strictObject({ sku, promotionId, reason: words(200) })).max(10),
  resumes: z.array(z.strictObject({ sku, promotionId, reason: words(200) })).max(10),
  summary: words(300).min(1),
});

export type MarketingDecision = z.infer<typeof marketingDecision>;
