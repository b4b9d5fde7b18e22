import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { Assortment } from './Assortment';

/** Starts a sale; its price is fixed now, and is at least one cent. */
export function decideSale({ products, sales }: Assortment, { data }: EventOf<'SaleRequested'>): Decision {
  const { saleId, sku, percentOff } = data;
  const product = products.get(sku);
  if (!product) return refuse('unknown-sku', `${sku} is not in the catalogue`);
  if (sales.has(saleId)) return refuse('sale-exists', `the sale number ${saleId} is taken`);
  if (product.saleId) return refuse('sale-running', `${sku} is already on sale`);
  const saleCents = Math.max(1, Math.round((product.priceCents * (100 - percentOff)) / 100));
  return [{ type: 'SaleStarted', data: { saleId, sku, percentOff, saleCents } }];
}

/** Ends a sale that runs. */
export function decideSaleEnd({ products }: Assortment, { data }: EventOf<'SaleEndRequested'>): Decision {
  if (products.get(data.sku)?.saleId !== data.saleId) {
    return refuse('no-such-sale', `no sale ${data.saleId} of ${data.sku} is running`);
  }
  return [{ type: 'SaleEnded', data }];
}
