import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { promotionId, sku } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** Marketing wants to promote again what is back. */
export const PromotionResumeRequested = defineProposal({
  type: 'PromotionResumeRequested',
  topic: 'marketing_events',
  publishedBy: ['marketing', 'shopkeeper'],
  answeredBy: {
    owner: 'marketing-desk',
    accepted: ['PromotionResumed'],
    refused: 'PromotionResumeRefused',
  },
  schema: z.strictObject({ promotionId, sku, reason: words(200) }),
  tags: (data) => [tag.promotion(data.promotionId), tag.sku(data.sku)],
  says: (data) => `asks to resume the promotion of ${data.sku}`,
  staleIf: (data) => [{ type: 'LowStockAlert', tag: tag.sku(data.sku) }],
  example: {
    promotionId: 'pr-1',
    sku: 'MUG-1',
    reason: 'stock back: 23 available',
  },
});

/** The promotion stays as it is. */
export const PromotionResumeRefused = defineRefusal({
  type: 'PromotionResumeRefused',
  of: PromotionResumeRequested,
  example: {
    rule: 'none-available',
    because: 'no MUG-1 is available',
    about: ['promotion:pr-1', 'sku:MUG-1'],
  },
});
