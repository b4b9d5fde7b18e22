import type { WorldEvent } from '../../contracts';
import { count, countOn, itemsOf, of, outOfLine, toldToWait, unless } from './tally.suite';

/** What must always hold of stock and does not. */
export function findStockBreaches(log: readonly WorldEvent[]): readonly string[] {
  return [...levels(log), ...fairness(log), ...alerts(log), ...reorders(log)];
}

/** Levels are what went in less what went out; nothing is held that is not there. */
function levels(log: readonly WorldEvent[]): string[] {
  const levels = new Map<string, { onHand: number; reserved: number }>();
  return log.flatMap((event) => {
    if (event.type !== 'InventoryUpdated' && event.type !== 'StockReserved' && event.type !== 'StockReleased')
      return [];
    const items = event.type === 'InventoryUpdated' ? [event.data] : event.data.items;
    return items.flatMap(({ sku, available }) => {
      const level = levels.get(sku) ?? { onHand: 0, reserved: 0 };
      levels.set(sku, level);
      countOn(level, event, sku);
      const { onHand, reserved } = level;
      return [
        ...unless(reserved >= 0 && reserved <= onHand, `${sku} oversold: ${reserved} reserved of ${onHand}`),
        ...unless(available === onHand - reserved, `${sku} says ${available} available, it is ${onHand - reserved}`),
      ];
    });
  });
}

/** Nobody is served before somebody who was told earlier to wait and shares a sku with them. */
function fairness(log: readonly WorldEvent[]): string[] {
  return of(log, 'StockReserved').flatMap(({ data, position }) => {
    const before = log.slice(0, position - 1);
    const done = outOfLine(before);
    const waits = data.change ? undefined : toldToWait(before).find((short) => short.data.orderId === data.orderId);
    const ahead = toldToWait(before).filter(
      (short) => short.position < (waits?.position ?? position) && !done.includes(short.data.orderId),
    );
    const pushed = ahead.find((short) =>
      itemsOf(before, short.data.orderId).some(({ sku }) => data.items.some((item) => item.sku === sku)),
    );
    return unless(!pushed, `${data.orderId} overtook ${pushed?.data.orderId}`);
  });
}

/** An alert says the truth, and says it again only after there was more. The small shop's threshold is 2. */
function alerts(log: readonly WorldEvent[]): string[] {
  return of(log, 'LowStockAlert').flatMap(({ data: { sku, available }, position }) => {
    const levelAt = (at: number): number => {
      const { onHand, reserved } = count(log.slice(0, at), sku);
      return onHand - reserved;
    };
    const last = of(log.slice(0, position - 1), 'LowStockAlert').findLast((alert) => alert.data.sku === sku);
    const between = last ? log.slice(last.position, position).map((event) => levelAt(event.position)) : [3];
    return [
      ...unless(available === levelAt(position) && available <= 2, `${sku} has not ${available}`),
      ...unless(Math.max(...between) > 2, `${sku} was known to be low`),
    ];
  });
}

/** One reorder of a sku at a time. */
function reorders(log: readonly WorldEvent[]): string[] {
  return of(log, 'ReorderPlaced').flatMap(({ data: { sku }, position }) => {
    const before = log.slice(0, position - 1);
    const last = of(before, 'ReorderPlaced').findLast((order) => order.data.sku === sku);
    if (!last) return [];
    const receipts = of(before, 'StockReceiptReported').filter(({ data }) => data.reorderId === last.data.reorderId);
    const came = of(before, 'InventoryUpdated').some(({ answers }) => receipts.some(({ id }) => id === answers));
    return unless(came, `${sku} was reordered twice`);
  });
}
