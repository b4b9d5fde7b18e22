import { defineProposal, defineRefusal } from '../defineContract';
import { product } from '../product';
import { tag } from '../tags';

/** The shopkeeper wants to sell something new. */
export const ProductSubmitted = defineProposal({
  type: 'ProductSubmitted',
  version: 2,
  topic: 'catalogue_events',
  publishedBy: ['shopkeeper'],
  answeredBy: {
    owner: 'catalogue',
    accepted: ['NewProduct'],
    refused: 'ProductRefused',
  },
  schema: product,
  tags: (data) => [tag.sku(data.sku), ...(data.productId ? [tag.product(data.productId)] : [])],
  says: (data) => `${data.title} (${data.sku}) is to be sold`,
  example: {
    sku: 'MUG-1',
    title: 'Enamel mug',
    description: 'White, blue rim, 0.4 l.',
    priceCents: 1450,
    lowStockAt: 5,
    productId: 'MUG',
    options: { colour: 'white' },
    leadDays: 7,
  },
  formerly: [{ sku: 'MUG-1', title: 'Enamel mug', description: '', priceCents: 1450, lowStockAt: 5 }],
});

/** The product is not in the catalogue. */
export const ProductRefused = defineRefusal({
  type: 'ProductRefused',
  of: ProductSubmitted,
  example: {
    rule: 'known-sku',
    because: 'MUG-1 is already in the catalogue',
    about: ['sku:MUG-1'],
  },
});
