import { z } from 'zod';
import { defineFact } from '../defineContract';
import { postId, sku } from '../ids';
import { tag } from '../tags';

/** The post is taken back: what it says is no longer so. */
export const PostWithdrawn = defineFact({
  type: 'PostWithdrawn',
  topic: 'marketing_events',
  owner: 'marketing-desk',
  schema: z.strictObject({
    postId,
    sku,
    occasion: z.enum(['new-product', 'sale']),
    because: z.enum(['price-changed', 'sale-started', 'sale-ended', 'sold-out']),
  }),
  tags: (data) => [tag.post(data.postId), tag.sku(data.sku)],
  says: (data) => {
    const why = {
      'price-changed': 'its price changed',
      'sale-started': 'a sale began',
      'sale-ended': 'the sale is over',
      'sold-out': 'none is left',
    };
    return `the post about ${data.sku} is withdrawn, as ${why[data.because]}`;
  },
  example: { postId: 'p-1', sku: 'MUG-1', occasion: 'new-product', because: 'price-changed' },
});
