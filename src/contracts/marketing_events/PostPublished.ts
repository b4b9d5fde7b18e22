import { z } from 'zod';
import { defineFact } from '../defineContract';
import { postId, sku } from '../ids';
import { restsOn, words } from '../quantities';
import { tag } from '../tags';

/** The post is out. At this moment there was something to buy. */
export const PostPublished = defineFact({
  type: 'PostPublished',
  topic: 'marketing_events',
  owner: 'marketing-desk',
  schema: z.strictObject({
    postId,
    sku,
    occasion: z.enum(['new-product', 'sale']),
    text: words(600).min(1),
    restsOn: restsOn.optional(),
  }),
  tags: (data) => [tag.post(data.postId), tag.sku(data.sku)],
  says: (data) => `posted: ${data.text}`,
  example: {
    postId: 'p-1',
    sku: 'MUG-1',
    occasion: 'new-product',
    text: 'New: the enamel mug, €14.50.',
  },
});
