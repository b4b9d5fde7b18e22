import { expect, test } from 'vitest';
import { products } from './products';
import { tellHistory } from './told/tellHistory';

const sku = 'MUG-1';

test('[PRDV1] a product has its price, and a sale while that one runs', () => {
  const { tell, events } = tellHistory();
  const row = () => events.reduce((view, event) => products.evolve(view, event), products.open()).get(sku as never);
  tell('NewProduct', { sku, title: 'Mug', description: 'White', priceCents: 1450, lowStockAt: 5 });
  expect(row()).toMatchObject({ title: 'Mug', priceCents: 1450, sale: null, changedAt: 1 });
  tell('SaleStarted', { saleId: 's-1', sku, percentOff: 20, saleCents: 1160 });
  expect(row()?.sale).toEqual({ saleId: 's-1', percentOff: 20, saleCents: 1160 });
  tell('PriceChanged', { sku, priceCents: 1600 });
  tell('SaleEnded', { saleId: 's-other', sku });
  expect(row()).toMatchObject({ priceCents: 1600, sale: { saleId: 's-1' } });
  tell('SaleEnded', { saleId: 's-1', sku });
  expect(row()).toMatchObject({ priceCents: 1600, sale: null, changedAt: 5 });
});
