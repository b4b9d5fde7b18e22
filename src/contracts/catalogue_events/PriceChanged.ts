import { z } from 'zod';
import { defineFact } from '../defineContract';
import { sku } from '../ids';
import { cents } from '../quantities';
import { tag } from '../tags';

/** The regular price is this from now on; orders that stand keep theirs. */
export const PriceChanged = defineFact({
  type: 'PriceChanged',
  topic: 'catalogue_events',
  owner: 'catalogue',
  schema: z.strictObject({ sku, priceCents: cents.min(1) }),
  tags: (data) => [tag.sku(data.sku)],
  says: (data, money) => `${data.sku} costs ${money(data.priceCents)} now`,
  example: { sku: 'MUG-1', priceCents: 1600 },
});
