import type { ProductId, SaleId, Sku, WorldEvent } from '../contracts';
import type { Projection } from './Projection';

/** A product of the catalogue; `sale` while one runs. A new order pays `sale.saleCents` then, `priceCents` otherwise. */
export interface ProductRow {
  readonly sku: Sku;
  readonly title: string;
  readonly description: string;
  /** What it is a variant of; a product of its own has its own sku here. */
  readonly productId: ProductId | Sku;
  /** What sets this variant apart: colour → white. */
  readonly options: Readonly<Record<string, string>>;
  readonly priceCents: number;
  readonly sale: {
    readonly saleId: SaleId;
    readonly percentOff: number;
    readonly saleCents: number;
  } | null;
  readonly changedAt: number;
}

export type Products = Map<Sku, ProductRow>;

/** Folds what the Catalogue says. */
export const products: Projection<Products> = {
  name: 'products',
  version: 2,
  open: () => new Map(),
  evolve(view, event) {
    switch (event.type) {
      case 'NewProduct': {
        const { sku, title, description, priceCents, productId = sku, options = {} } = event.data;
        if (view.has(sku)) return view;
        const row = { sku, title, description, productId, options, priceCents };
        return view.set(sku, { ...row, sale: null, changedAt: event.position });
      }
      case 'PriceChanged':
        return change(view, event, event.data.sku, () => ({ priceCents: event.data.priceCents }));
      case 'SaleStarted': {
        const { saleId, percentOff, saleCents } = event.data;
        return change(view, event, event.data.sku, () => ({ sale: { saleId, percentOff, saleCents } }));
      }
      case 'SaleEnded':
        return change(view, event, event.data.sku, ({ sale }) => ({
          sale: sale?.saleId === event.data.saleId ? null : sale,
        }));
      default:
        return view;
    }
  },
};

function change(view: Products, event: WorldEvent, sku: Sku, to: (row: ProductRow) => Partial<ProductRow>): Products {
  const row = view.get(sku);
  if (!row) return view;
  return view.set(sku, { ...row, ...to(row), changedAt: event.position });
}
