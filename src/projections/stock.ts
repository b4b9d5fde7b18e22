import type { OrderId, ReorderId, Sku } from '../contracts';

/** The stock of a sku. available = on hand − reserved; `returned` units are refunded but not back: not available. */
export interface StockRow {
  readonly sku: Sku;
  readonly onHand: number;
  readonly reserved: number;
  readonly returned: number;
  readonly available: number;
  readonly threshold: number;
  /** True from a LowStockAlert until the level is above the threshold again. */
  readonly low: boolean;
  readonly onTheWay: {
    readonly reorderId: ReorderId;
    readonly qty: number;
  } | null;
  /** Orders that wait for this sku, first come first. */
  readonly waiting: readonly OrderId[];
  readonly changedAt: number;
}

export type Stock = Map<Sku, StockRow>;
