import { isOneOf, moneyMoves, type EventOf, type EventType, type WorldEvent } from '../../contracts';

/** The events of these types, in order. */
export const of = <T extends EventType>(log: readonly WorldEvent[], ...types: T[]): EventOf<T>[] =>
  log.filter((event) => isOneOf(event, types)) as unknown as EventOf<T>[];
/** All numbers together. */
export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
/** A list of one breach when something does not hold. */
export const unless = (holds: boolean, breach: string): string[] => (holds ? [] : [breach]);

/** What is on hand and set aside of a sku, by going through everything that ever moved. */
export function count(log: readonly WorldEvent[], sku: string): { onHand: number; reserved: number } {
  const level = { onHand: 0, reserved: 0 };
  for (const event of log) countOn(level, event, sku);
  return level;
}

/** Goes on counting with one more event. */
export function countOn(level: { onHand: number; reserved: number }, { type, data }: WorldEvent, sku: string): void {
  if (type === 'StockReserved') level.reserved += sum(data.items.map((item) => (item.sku === sku ? item.qty : 0)));
  if (type === 'StockReleased') level.reserved -= sum(data.items.map((item) => (item.sku === sku ? item.qty : 0)));
  if (type !== 'InventoryUpdated' || data.sku !== sku) return;
  const { because, qty } = data;
  if (because === 'received' || because === 'returned') level.onHand += qty;
  if (because === 'shipped' || because === 'written-off') level.onHand -= qty;
  if (because === 'shipped') level.reserved -= qty;
  if (because === 'counted') level.onHand += data.onHand > level.onHand ? qty : -qty;
}

/** What an order wants by now, and how many of it were not given back, by sku. */
export function itemsOf(log: readonly WorldEvent[], orderId: string): { readonly sku: string; readonly qty: number }[] {
  const wanted = new Map<string, number>();
  const add = (sku: string, qty: number) => wanted.set(sku, (wanted.get(sku) ?? 0) + qty);
  for (const { type, data } of of(log, 'OrderPlaced', 'OrderTakenOver', 'ItemsChanged')) {
    if (data.orderId !== orderId) continue;
    if (type !== 'ItemsChanged') for (const { sku, qty } of data.items) add(sku, qty);
    else
      for (const { sku, newSku, qty } of data.changes) {
        add(sku, -qty);
        add(newSku, qty);
      }
  }
  return [...wanted].flatMap(([sku, qty]) => (qty === 0 ? [] : [{ sku, qty }]));
}

/** Everything that was charged and refunded, one movement after the other. */
export function movesOf(log: readonly WorldEvent[]) {
  return log.flatMap((event) =>
    moneyMoves(event).map((move) => ({ ...move, orderId: 'orderId' in event.data ? event.data.orderId : null })),
  );
}

/** True when stock is set aside for the order as it stands, by the events about it. */
export function isHeld(mine: readonly WorldEvent[]): boolean {
  const times = (type: 'StockReserved' | 'StockReleased') => of(mine, type).filter(({ data }) => !data.change).length;
  return times('StockReserved') - times('StockReleased') === 1;
}

/** Orders that are served or off, and need no place in the line. */
export function outOfLine(log: readonly WorldEvent[]): readonly string[] {
  return of(log, 'StockReserved', 'OrderCancelled').flatMap((event) =>
    event.type === 'StockReserved' && event.data.change ? [] : [event.data.orderId],
  );
}

/** Orders that were told to wait, first come first. */
export function toldToWait(log: readonly WorldEvent[]) {
  return of(log, 'StockShort').filter(({ data }) => !data.change);
}
