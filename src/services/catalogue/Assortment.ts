import type { SaleId, Sku, WorldEvent } from '../../contracts';
import { defaultCurrency, type Currency } from '../../kernel';

/** A product as far as the catalogue must know it to decide. */
export interface Product {
  readonly priceCents: number;
  /** The sale that runs, if one does. */
  readonly saleId: SaleId | null;
}

/** All that the catalogue must know to decide: the products, and every sale number ever used. */
export interface Assortment {
  readonly products: Map<Sku, Product>;
  readonly sales: Set<SaleId>;
  currency: Currency;
}

/** An empty catalogue. */
export function openAssortment(): Assortment {
  return { products: new Map(), sales: new Set(), currency: defaultCurrency };
}

/** Folds an event into the assortment. */
export function evolveAssortment(assortment: Assortment, event: WorldEvent): Assortment {
  switch (event.type) {
    case 'NewProduct':
      assortment.products.set(event.data.sku, { priceCents: event.data.priceCents, saleId: null });
      break;
    case 'PriceChanged':
      change(assortment, event.data.sku, { priceCents: event.data.priceCents });
      break;
    case 'SaleStarted':
      assortment.sales.add(event.data.saleId);
      change(assortment, event.data.sku, { saleId: event.data.saleId });
      break;
    case 'SaleEnded':
      change(assortment, event.data.sku, { saleId: null });
      break;
    case 'CurrencySet':
      assortment.currency = event.data.currency;
      break;
    default:
  }
  return assortment;
}

function change({ products }: Assortment, sku: Sku, edit: Partial<Product>): void {
  const product = products.get(sku);
  if (product) products.set(sku, { ...product, ...edit });
}
