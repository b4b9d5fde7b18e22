import type { Service } from '../Service';
import { evolveAssortment, openAssortment, type Assortment } from './Assortment';
import { decideCurrency, decideImport } from './decideImport';
import { decidePrice, decideProduct } from './decideProduct';
import { decideSale, decideSaleEnd } from './decideSale';

/** The catalogue: what the shop sells, and for how much. */
export const catalogue: Service<Assortment> = {
  name: 'catalogue',
  version: 1,
  open: openAssortment,
  evolve: evolveAssortment,
  decide: {
    ProductSubmitted: decideProduct,
    ProductImportSubmitted: decideImport,
    CurrencyRequested: decideCurrency,
    PriceChangeRequested: decidePrice,
    SaleRequested: decideSale,
    SaleEndRequested: decideSaleEnd,
  },
  react: {},
};
