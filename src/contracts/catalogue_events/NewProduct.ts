import { defineFact } from '../defineContract';
import { product } from '../product';
import { tag } from '../tags';

/** There is something new in the catalogue. Whether any of it is in stock is not said here. */
export const NewProduct = defineFact({
  type: 'NewProduct',
  version: 2,
  topic: 'catalogue_events',
  owner: 'catalogue',
  schema: product,
  tags: (data) => [tag.sku(data.sku), ...(data.productId ? [tag.product(data.productId)] : [])],
  says: (data, money) => `new in the shop: ${data.title} (${data.sku}) at ${money(data.priceCents)}`,
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
