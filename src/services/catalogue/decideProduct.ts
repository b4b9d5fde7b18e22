import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { Assortment } from './Assortment';

/** Takes a new product in. */
export function decideProduct({ products }: Assortment, { data }: EventOf<'ProductSubmitted'>): Decision {
  if (products.has(data.sku)) return refuse('known-sku', `${data.sku} is already in the catalogue`);
  return [{ type: 'NewProduct', data }];
}

/** Changes the regular price. */
export function decidePrice({ products }: Assortment, { data }: EventOf<'PriceChangeRequested'>): Decision {
  const product = products.get(data.sku);
  if (!product) return refuse('unknown-sku', `${data.sku} is not in the catalogue`);
  if (product.priceCents === data.priceCents) return refuse('same-price', `${data.sku} costs that already`);
  return [{ type: 'PriceChanged', data }];
}
