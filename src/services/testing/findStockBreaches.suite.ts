import type { WorldEvent } from '../../contracts';
import { count, of, unless } from './tally.suite';

/** What must always hold of stock and does not. */
export function findStockBreaches(log: readonly WorldEvent[]): readonly string[] {
  return [...levels(log), ...fairness(log), ...alerts(log), ...reorders(log)];
}

/** Levels are what went in less what went out; nothing is held that is not there. */
function levels(log: readonly WorldEvent[]): string[] {
  return log.flatMap((event, i) => {
    if (event.type !== 'InventoryUpdated' && event.type !== 'StockReserved' && event.type !== 'StockReleased')
      return [];
    const items = event.type === 'InventoryUpdated' ? [event.data] : event.data.items;
    return items.flatMap(({ sku, available }) => {
      const { onHand, reserved } = count(log.slice(0, i + 1), sku);
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
    const done = of(before, 'StockReserved', 'OrderCancelled').map((event) => event.data.orderId);
    const since = of(before, 'StockShort').find((short) => short.data.orderId === data.orderId)?.position ?? position;
    const ahead = of(before, 'StockShort').filter(
      (short) => short.position < since && !done.includes(short.data.orderId),
    );
    const wanted = ahead.flatMap((short) =>
      of(before, 'OrderPlaced').filter((placed) => placed.data.orderId === short.data.orderId),
    );
    const pushed = wanted.find((placed) =>
      placed.data.items.some(({ sku }) => data.items.some((item) => item.sku === sku)),
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
