import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { promotionId, saleId, sku } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** Marketing wants to advertise a running sale. */
export const PromotionRequested = defineProposal({
  type: 'PromotionRequested',
  topic: 'marketing_events',
  publishedBy: ['marketing', 'shopkeeper'],
  answeredBy: {
    owner: 'marketing-desk',
    accepted: ['PromotionStarted'],
    refused: 'PromotionRefused',
  },
  schema: z.strictObject({ promotionId, saleId, sku, text: words(200).min(1) }),
  tags: (data) => [tag.promotion(data.promotionId), tag.sale(data.saleId), tag.sku(data.sku)],
  says: (data) => `asks to promote ${data.sku}`,
  staleIf: (data) => [{ type: 'SaleEnded', tag: tag.sale(data.saleId) }],
  example: {
    promotionId: 'pr-1',
    saleId: 's-1',
    sku: 'MUG-1',
    text: 'Enamel mug −20 %',
  },
});

/** Nothing is promoted. */
export const PromotionRefused = defineRefusal({
  type: 'PromotionRefused',
  of: PromotionRequested,
  example: {
    rule: 'none-available',
    because: 'no MUG-1 is available',
    about: ['promotion:pr-1', 'sale:s-1', 'sku:MUG-1'],
  },
});
