import type { DataOf, EventId, OrderId, ReorderId, Sku, WantedItem } from '../../contracts';
import type { FactDraft } from '../Service';

/** Where a sku stands. `returned` units are refunded but not back yet: they are not on hand, so they are not available. */
export interface Level {
  readonly onHand: number;
  readonly reserved: number;
  readonly returned: number;
  /** At this many available or fewer, stock is low. */
  readonly threshold: number;
  /** True from a LowStockAlert until the level is above the threshold again. */
  readonly alerted: boolean;
  /** The reorder that has not arrived yet; at most one for each sku. */
  readonly onItsWay: ReorderId | null;
  /** How many days its supplier takes; null when nobody knows. */
  readonly leadDays: number | null;
}

/** All that the Inventory service must know to decide. */
export interface Stockroom {
  readonly levels: Map<Sku, Level>;
  /** Every order there ever was, with what it wants, changes included. */
  readonly orders: Map<OrderId, readonly WantedItem[]>;
  readonly cancelled: Set<OrderId>;
  /** Orders that wait for stock, first come first. */
  readonly line: Map<OrderId, readonly WantedItem[]>;
  /** Orders whose stock is set aside and still in the house. */
  readonly held: Map<OrderId, readonly WantedItem[]>;
  /** The same for changes and exchanges that are not decided yet, by their proposal. */
  readonly heldForChange: Map<EventId, Held>;
  /** What an accepted change leaves over and is to be given back, by its proposal. */
  readonly leftOver: Map<EventId, Held>;
  /** New units of an exchange that are to be sent. */
  readonly replacements: Map<OrderId, readonly WantedItem[]>;
  /** Parcels that left, by the fact that says so, until their items are booked out. */
  readonly leaving: Map<EventId, readonly WantedItem[]>;
  /** Refunded and exchanged units that have not come back, by line tag. */
  readonly expected: Map<string, number>;
  readonly reorders: Map<ReorderId, WantedItem>;
  /** Receipts on a reorder that are not answered yet: the answer does not name the reorder, the report does. */
  readonly receipts: Map<EventId, ReorderId>;
}

/** Items that are set aside for an order. */
export interface Held {
  readonly orderId: OrderId;
  readonly items: readonly WantedItem[];
}

/** An empty stockroom. */
export function openStockroom(): Stockroom {
  return {
    levels: new Map(),
    orders: new Map(),
    cancelled: new Set(),
    line: new Map(),
    held: new Map(),
    heldForChange: new Map(),
    leftOver: new Map(),
    replacements: new Map(),
    leaving: new Map(),
    expected: new Map(),
    reorders: new Map(),
    receipts: new Map(),
  };
}

/** What can be sold. */
export function availableOf({ onHand, reserved }: Level): number {
  return onHand - reserved;
}

/** The fact that a level changed, and where it stands now. */
export function levelFact(
  change: Pick<DataOf<'InventoryUpdated'>, 'sku' | 'because' | 'qty' | 'orderId'>,
  level: Level,
): FactDraft {
  const { onHand, reserved, returned } = level;
  return { type: 'InventoryUpdated', data: { ...change, onHand, reserved, returned, available: availableOf(level) } };
}
