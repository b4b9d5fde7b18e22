import type { EventId, OrderId, ReorderId, Sku } from '../../contracts';
import { openActs, type Acts } from '../Acts';

/** What the agent remembers of a sku. */
export interface Watched {
  readonly title: string;
  readonly threshold: number;
  readonly available: number;
  /** A LowStockAlert holds. */
  readonly alert: boolean;
  /** The event on which it was seen low and not yet alerted: that event has its turn. */
  readonly noticed: EventId | null;
  /** Since when it can be sold. */
  readonly since: number;
  /** How many days its supplier takes, as the product says. */
  readonly statedLeadDays: number | null;
  /** What was ordered lately and not cancelled, for the size of a reorder. */
  readonly sold: readonly {
    readonly at: number;
    readonly qty: number;
    readonly orderId: OrderId;
    readonly position: number;
  }[];
  /** Orders that wait for it. */
  readonly waiting: readonly { readonly orderId: OrderId; readonly qty: number }[];
  /** The reorder that has not arrived yet, and how many days the last ones took. */
  readonly coming: { readonly reorderId: ReorderId; readonly at: number } | null;
  readonly arrivals: readonly number[];
  /** The position of the last fact about its level. */
  readonly levelAt: number | null;
  /** What happened to it, a line an event. */
  readonly lines: readonly string[];
}

export interface InventoryMemory {
  readonly acts: Acts;
  readonly skus: Map<Sku, Watched>;
  /** Reports of goods on a reorder that are not answered yet. */
  readonly receipts: Map<EventId, ReorderId>;
}

export function openMemory(): InventoryMemory {
  return { acts: openActs(), skus: new Map(), receipts: new Map() };
}

/** Replaces what is remembered of a sku, if the shop sells it. */
export function change(memory: InventoryMemory, sku: Sku, by: (watched: Watched) => Partial<Watched>): void {
  const watched = memory.skus.get(sku);
  if (watched) memory.skus.set(sku, { ...watched, ...by(watched) });
}
