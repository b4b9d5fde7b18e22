import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { postId, sku } from '../ids';
import { restsOn, words } from '../quantities';
import { tag } from '../tags';

/** Marketing has written a post about something that can be bought. */
export const PostDrafted = defineProposal({
  type: 'PostDrafted',
  topic: 'marketing_events',
  publishedBy: ['marketing', 'shopkeeper'],
  answeredBy: {
    owner: 'marketing-desk',
    accepted: ['PostPublished'],
    refused: 'PostRejected',
  },
  schema: z.strictObject({
    postId,
    sku,
    occasion: z.enum(['new-product', 'sale']),
    text: words(600).min(1),
    restsOn: restsOn.optional(),
  }),
  tags: (data) => [tag.post(data.postId), tag.sku(data.sku)],
  says: (data) => `a post about ${data.sku} is drafted`,
  // The text names a price; how much is available the desk looks up itself.
  staleIf: (data) =>
    ['PriceChanged', 'SaleStarted', 'SaleEnded'].map((type) => ({
      type,
      tag: tag.sku(data.sku),
    })),
  example: {
    postId: 'p-1',
    sku: 'MUG-1',
    occasion: 'new-product',
    text: 'New: the enamel mug, €14.50.',
  },
});

/** The post does not go out. */
export const PostRejected = defineRefusal({
  type: 'PostRejected',
  of: PostDrafted,
  example: {
    rule: 'none-available',
    because: 'no MUG-1 is available',
    about: ['post:p-1', 'sku:MUG-1'],
  },
});
