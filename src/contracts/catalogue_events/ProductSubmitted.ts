import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { sku } from '../ids';
import { cents, level, words } from '../quantities';
import { tag } from '../tags';

const product = z.strictObject({
  sku,
  title: words(120).min(1),
  description: words(2000),
  priceCents: cents.min(1),
  /** At this many available or fewer, stock is low. */
  lowStockAt: level,
});

/** The shopkeeper wants to sell something new. */
export const ProductSubmitted = defineProposal({
  type: 'ProductSubmitted',
  topic: 'catalogue_events',
  publishedBy: ['shopkeeper'],
  answeredBy: {
    owner: 'catalogue',
    accepted: ['NewProduct'],
    refused: 'ProductRefused',
  },
  schema: product,
  tags: (data) => [tag.sku(data.sku)],
  says: (data) => `${data.title} (${data.sku}) is to be sold`,
  example: {
    sku: 'MUG-1',
    title: 'Enamel mug',
    description: 'White, blue rim, 0.4 l.',
    priceCents: 1450,
    lowStockAt: 5,
  },
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
