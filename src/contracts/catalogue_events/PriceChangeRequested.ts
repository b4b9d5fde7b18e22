import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { sku } from '../ids';
import { cents } from '../quantities';
import { tag } from '../tags';

/** The shopkeeper wants another price. */
export const PriceChangeRequested = defineProposal({
  type: 'PriceChangeRequested',
  topic: 'catalogue_events',
  publishedBy: ['shopkeeper'],
  answeredBy: {
    owner: 'catalogue',
    accepted: ['PriceChanged'],
    refused: 'PriceChangeRefused',
  },
  schema: z.strictObject({ sku, priceCents: cents.min(1) }),
  tags: (data) => [tag.sku(data.sku)],
  says: (data, money) => `${data.sku} is to cost ${money(data.priceCents)}`,
  example: { sku: 'MUG-1', priceCents: 1600 },
});

/** The price stays. */
export const PriceChangeRefused = defineRefusal({
  type: 'PriceChangeRefused',
  of: PriceChangeRequested,
  example: {
    rule: 'unknown-sku',
    because: 'MUG-9 is not in the catalogue',
    about: ['sku:MUG-9'],
  },
});
