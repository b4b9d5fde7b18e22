import { z } from 'zod';
import { defineFact } from '../defineContract';
import { sku } from '../ids';
import { cents, level, words } from '../quantities';
import { tag } from '../tags';
import { euros } from '../../kernel';

/** There is something new in the catalogue. Whether any of it is in stock is not said here. */
export const NewProduct = defineFact({
  type: 'NewProduct',
  topic: 'catalogue_events',
  owner: 'catalogue',
  schema: z.strictObject({
    sku,
    title: words(120).min(1),
    description: words(2000),
    priceCents: cents.min(1),
    lowStockAt: level,
  }),
  tags: (data) => [tag.sku(data.sku)],
  says: (data) => `new in the shop: ${data.title} (${data.sku}) at ${euros(data.priceCents)}`,
  example: {
    sku: 'MUG-1',
    title: 'Enamel mug',
    description: 'White, blue rim, 0.4 l.',
    priceCents: 1450,
    lowStockAt: 5,
  },
});
