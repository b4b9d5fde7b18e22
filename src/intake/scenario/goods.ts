import type { ProductInput } from '../ScenarioInput';

/** What the shop sells when the day begins, and how much of it lies there. The mugs are counted so that the day runs them out. */
export const goods: readonly (ProductInput & { readonly qty: number })[] = [
  {
    ...{ sku: 'MUG-1', title: 'Enamel mug', priceCents: 1450, lowStockAt: 5, qty: 0 },
    description: 'White with a blue rim, 0.4 l. Good by a campfire, not in a microwave.',
  },
  {
    ...{ sku: 'MUG-2', title: 'Stoneware mug', priceCents: 1800, lowStockAt: 4, qty: 20 },
    description: 'Speckled grey, thrown by hand, 0.3 l. Dishwasher safe.',
  },
  {
    ...{ sku: 'TEE-1', title: 'Navy tee', priceCents: 2200, lowStockAt: 6, qty: 30 },
    description: 'Heavy organic cotton, straight cut, S to XL.',
  },
  {
    ...{ sku: 'TEE-2', title: 'Striped tee', priceCents: 2600, lowStockAt: 5, qty: 24 },
    description: 'Breton stripes in blue and cream. Comes out small: take one size up.',
  },
  {
    ...{ sku: 'BAG-1', title: 'Tote bag', priceCents: 1200, lowStockAt: 8, qty: 40 },
    description: 'Unbleached canvas with long handles. Carries ten books.',
  },
  {
    ...{ sku: 'POS-1', title: 'Harbour poster', priceCents: 1600, lowStockAt: 4, qty: 18 },
    description: 'The old harbour at six in the morning, A2 on matt paper. Sent in a tube.',
  },
  {
    ...{ sku: 'NOTE-1', title: 'Dotted notebook', priceCents: 950, lowStockAt: 8, qty: 36 },
    description: 'A5, 160 pages, lies flat. Recycled paper.',
  },
];

/** What is new today: first announced without stock, then there. */
export const newcomer: ProductInput & { readonly qty: number } = {
  ...{ sku: 'APR-1', title: 'Linen apron', priceCents: 3400, lowStockAt: 3, qty: 15 },
  description: 'Washed linen, two pockets, one size. Made by the sailmaker next door.',
};
