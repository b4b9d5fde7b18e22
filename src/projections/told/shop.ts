import type { EventOf, EventType, WorldEvent } from '../../contracts';
import { tellHistory, type Telling } from './tellHistory';

/** An order as the told shop remembers it. */
export interface Order {
  readonly orderId: string;
  readonly customerId: string;
  items: readonly { readonly sku: string; readonly qty: number; readonly unitCents: number }[];
  status: 'placed' | 'confirmed' | 'backordered' | 'shipped' | 'delivered' | 'cancelled';
  paid: number;
  back: number;
  readonly refunded: Map<string, number>;
  readonly comeBack: Map<string, number>;
  /** The gift card that paid, when it was not the bank. */
  payer: string | null;
  exchange: 'none' | 'accepted';
}

interface Level {
  onHand: number;
  reserved: number;
  returned: number;
}

/** What it sells. */
export const skus = ['MUG-1', 'BAG-2', 'PEN-3'] as const;
/** Who buys there; the last one is in nobody's address book. */
export const customers = ['c-1', 'c-2', 'c-3'] as const;
/** A ref to nothing. */
export const ref = (n: number) => n.toString(16).padStart(64, '0');

/** A shop with two customers, three products and nothing in stock. */
export function openShop() {
  const history = tellHistory();
  const shop = {
    history,
    levels: new Map<string, Level>(),
    orders: [] as Order[],
    queue: [] as Order[],
    refunds: [] as EventOf<'RefundProcessed'>[],
    reorders: new Map<string, string>(),
    sales: new Map<string, string>(),
    promotions: new Map<string, { promotionId: string; saleId: string; status: 'running' | 'paused' }>(),
    mails: [] as WorldEvent[],
    failures: [] as EventOf<'AgentFailed'>[],
    low: new Set<string>(),
    giftCards: new Map<string, number>(),
    parked: [] as { readonly asked: EventOf<'AddressChangeRequested'>; readonly order: Order }[],
    imported: new Set<string>(),
  };
  for (const customerId of customers.slice(0, 2)) {
    const asked = history.tell('CustomerIntroduced', { customerId, profile: ref(1) });
    history.tell('CustomerRegistered', { customerId, profile: ref(1) }, { answers: asked });
  }
  for (const sku of skus) {
    const product = { sku, title: sku, description: '', priceCents: 1000, lowStockAt: 2 };
    history.tell('NewProduct', product, { answers: history.tell('ProductSubmitted', product) });
    shop.levels.set(sku, { onHand: 0, reserved: 0, returned: 0 });
  }
  return shop;
}

/** All that the told shop remembers. */
export type Shop = ReturnType<typeof openShop>;
/** What was chosen for one attempt; `n` is its number. */
export interface Numbers {
  readonly n: number;
  readonly a: number;
  readonly b: number;
  readonly qty: number;
}

/** One of these, chosen by a number; none of none. */
export const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T;
/** How many are available. */
export const free = (shop: Shop, sku: string) => levelOf(shop, sku).onHand - levelOf(shop, sku).reserved;
/** The stock of a sku. */
export const levelOf = (shop: Shop, sku: string) => shop.levels.get(sku) as Level;

/** Answers a proposal with no. */
export function refuse(shop: Shop, type: EventType, answers: WorldEvent): void {
  shop.history.tell(
    type as 'RefundRejected',
    { rule: 'not-now', because: 'not now', about: [...answers.tags] },
    { answers },
  );
}

type Because = EventOf<'InventoryUpdated'>['data']['because'];

/** Changes a level and tells InventoryUpdated. */
export function moved(
  shop: Shop,
  sku: string,
  because: Because,
  qty: number,
  orderId: string | null,
  telling: Telling,
): void {
  const level = levelOf(shop, sku);
  if (because === 'received' || because === 'returned') level.onHand += qty;
  if (because === 'returned' || because === 'damaged') level.returned -= qty;
  if (because === 'refunded' || because === 'exchanged') level.returned += qty;
  if (because === 'written-off') level.onHand -= qty;
  if (because === 'counted') level.onHand += qty;
  if (because === 'shipped') {
    level.onHand -= qty;
    level.reserved -= qty;
  }
  settleAlert(shop, sku);
  shop.history.tell('InventoryUpdated', { sku, because, qty, ...level, available: free(shop, sku), orderId }, telling);
}

/** Pays back for an order to what paid for it, and says to whom. */
export function payBack(shop: Shop, order: Order, cents: number): { methodId: string | null; cents: number }[] {
  order.back += cents;
  if (cents === 0) return [];
  if (order.payer) shop.giftCards.set(order.payer, (shop.giftCards.get(order.payer) ?? 0) + cents);
  return [{ methodId: order.payer, cents }];
}

/** An alert is over when more than the threshold are available. */
export function settleAlert(shop: Shop, sku: string): void {
  if (free(shop, sku) > 2) shop.low.delete(sku);
}

/** Reserves and confirms an order, if all of it is available. */
export function hold(shop: Shop, order: Order, cause: WorldEvent): boolean {
  const { orderId, customerId } = order;
  if (order.items.some(({ sku, qty }) => free(shop, sku) < qty)) return false;
  const items = order.items.map(({ sku, qty }) => {
    levelOf(shop, sku).reserved += qty;
    return { sku, qty, available: free(shop, sku) };
  });
  const reserved = shop.history.tell('StockReserved', { orderId, items }, { cause });
  shop.history.tell('OrderConfirmed', { orderId, customerId }, { cause: reserved });
  order.status = 'confirmed';
  return true;
}

/** Serves who waits, first come first served. */
export function serveQueue(shop: Shop, cause: WorldEvent): void {
  while (shop.queue[0] && hold(shop, shop.queue[0], cause)) shop.queue.shift();
}
