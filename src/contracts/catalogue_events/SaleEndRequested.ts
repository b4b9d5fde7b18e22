import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { saleId, sku } from '../ids';
import { tag } from '../tags';

/** The shopkeeper wants the sale to be over. */
export const SaleEndRequested = defineProposal({
  type: 'SaleEndRequested',
  topic: 'catalogue_events',
  publishedBy: ['shopkeeper'],
  answeredBy: {
    owner: 'catalogue',
    accepted: ['SaleEnded'],
    refused: 'SaleEndRefused',
  },
  schema: z.strictObject({ saleId, sku }),
  tags: (data) => [tag.sale(data.saleId), tag.sku(data.sku)],
  says: (data) => `the sale of ${data.sku} is to end`,
  example: { saleId: 's-1', sku: 'MUG-1' },
});

/** There was no such sale to end. */
export const SaleEndRefused = defineRefusal({
  type: 'SaleEndRefused',
  of: SaleEndRequested,
  example: {
    rule: 'no-such-sale',
    because: 'no sale s-1 of MUG-1 is running',
    about: ['sale:s-1', 'sku:MUG-1'],
  },
});
