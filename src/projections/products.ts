import type { SaleId, Sku } from '../contracts';

/** A product of the catalogue; `sale` while one runs. A new order pays `sale.saleCents` then, `priceCents` otherwise. */
export interface ProductRow {
  readonly sku: Sku;
  readonly title: string;
  readonly description: string;
  readonly priceCents: number;
  readonly sale: {
    readonly saleId: SaleId;
    readonly percentOff: number;
    readonly saleCents: number;
  } | null;
  readonly changedAt: number;
}

export type Products = Map<Sku, ProductRow>;
