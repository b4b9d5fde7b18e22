import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { promotionId, sku } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** Marketing wants to stop promoting what is running out. */
export const PromotionPauseRequested = defineProposal({
  type: 'PromotionPauseRequested',
  topic: 'marketing_events',
  publishedBy: ['marketing', 'shopkeeper'],
  answeredBy: {
    owner: 'marketing-desk',
    accepted: ['PromotionPaused'],
    refused: 'PromotionPauseRefused',
  },
  schema: z.strictObject({ promotionId, sku, reason: words(200) }),
  tags: (data) => [tag.promotion(data.promotionId), tag.sku(data.sku)],
  says: (data) => `asks to pause the promotion of ${data.sku}`,
  staleIf: (data) => [{ type: 'InventoryUpdated', tag: tag.sku(data.sku) }],
  example: {
    promotionId: 'pr-1',
    sku: 'MUG-1',
    reason: 'stock low: 3 available',
  },
});

/** The promotion stays as it is. */
export const PromotionPauseRefused = defineRefusal({
  type: 'PromotionPauseRefused',
  of: PromotionPauseRequested,
  example: {
    rule: 'not-running',
    because: 'promotion pr-1 is not running',
    about: ['promotion:pr-1', 'sku:MUG-1'],
  },
});
