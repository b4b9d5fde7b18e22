import type { EventOf, Sku } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision, FactDraft } from '../Service';
import type { Assortment } from './Assortment';

/** Takes in what is new of a batch; the rest is named with its reason. */
export function decideImport({ products }: Assortment, { data }: EventOf<'ProductImportSubmitted'>): Decision {
  const { importId } = data;
  const taken = new Map<Sku, FactDraft>();
  const leftOut = data.products.flatMap((product) => {
    const { sku } = product;
    if (products.has(sku)) return [{ id: sku, rule: 'known-sku', because: `${sku} is already in the catalogue` }];
    if (taken.has(sku)) return [{ id: sku, rule: 'same-sku-twice', because: `${sku} is in the batch twice` }];
    taken.set(sku, { type: 'NewProduct', data: product });
    return [];
  });
  if (taken.size === 0) return refuse('nothing-new', 'all of these products are here already');
  return [{ type: 'ProductImportBooked', data: { importId, taken: taken.size, leftOut } }, ...taken.values()];
}

/** Fixes what the shop counts in, before there is a price. */
export function decideCurrency({ products, currency }: Assortment, { data }: EventOf<'CurrencyRequested'>): Decision {
  if (currency === data.currency) return refuse('same-currency', `the shop counts in ${currency} already`);
  if (products.size > 0) return refuse('prices-exist', `the shop has prices in ${currency} already`);
  return [{ type: 'CurrencySet', data }];
}
