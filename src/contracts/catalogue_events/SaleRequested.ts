import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { saleId, sku } from '../ids';
import { tag } from '../tags';

/** The shopkeeper wants to sell something cheaper for a while. */
export const SaleRequested = defineProposal({
  type: 'SaleRequested',
  topic: 'catalogue_events',
  publishedBy: ['shopkeeper'],
  answeredBy: {
    owner: 'catalogue',
    accepted: ['SaleStarted'],
    refused: 'SaleRefused',
  },
  schema: z.strictObject({ saleId, sku, percentOff: z.int().min(1).max(90) }),
  tags: (data) => [tag.sale(data.saleId), tag.sku(data.sku)],
  says: (data) => `a sale is asked for: ${data.sku} −${data.percentOff} %`,
  example: { saleId: 's-1', sku: 'MUG-1', percentOff: 20 },
});

/** There is no sale. */
export const SaleRefused = defineRefusal({
  type: 'SaleRefused',
  of: SaleRequested,
  example: {
    rule: 'sale-running',
    because: 'MUG-1 is already on sale',
    about: ['sale:s-1', 'sku:MUG-1'],
  },
});
