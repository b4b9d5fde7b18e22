import type { Sku, WorldEvent } from '../../contracts';
import type { Price } from './OrderBook';

/** Keeps up with what the catalogue says things cost, and what is a variant of what. */
export function evolvePrices(prices: Map<Sku, Price>, event: WorldEvent): void {
  switch (event.type) {
    case 'NewProduct': {
      const { sku, priceCents, productId } = event.data;
      prices.set(sku, { priceCents, saleCents: null, product: productId ?? sku });
      break;
    }
    case 'PriceChanged':
      change(prices, event.data.sku, { priceCents: event.data.priceCents });
      break;
    case 'SaleStarted':
      change(prices, event.data.sku, { saleCents: event.data.saleCents });
      break;
    case 'SaleEnded':
      change(prices, event.data.sku, { saleCents: null });
      break;
    default:
  }
}

function change(prices: Map<Sku, Price>, sku: Sku, edit: Partial<Price>): void {
  const price = prices.get(sku);
  if (price) prices.set(sku, { ...price, ...edit });
}
