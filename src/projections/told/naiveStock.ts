import type { WorldEvent } from '../../contracts';
import type { Json } from '../viewsToJson';
import { all, answerTo, last, sorted, type Rows } from './lookUp';

/** Each product's level, by going through what moved it. */
export const naiveStock: Rows = (events) =>
  sorted(
    all(events, 'NewProduct').map(({ data: { sku, lowStockAt } }) => {
      const updates = all(events, 'InventoryUpdated').filter(({ data }) => data.sku === sku);
      const levels = availableOf(events, sku);
      const available = last(levels)?.available ?? 0;
      const onHand = last(updates)?.data.onHand ?? 0;
      const alert = last(all(events, 'LowStockAlert').filter(({ data }) => data.sku === sku));
      const lifted = levels.some((level) => level.at > (alert?.position ?? 0) && level.available > lowStockAt);
      const row = {
        sku,
        onHand,
        reserved: onHand - available,
        returned: last(updates)?.data.returned ?? 0,
        available,
        threshold: lowStockAt,
        low: alert !== undefined && !lifted,
        onTheWay: onTheWay(events, sku),
        waiting: waitingFor(events, sku).filter((orderId) => !isOffTheQueue(events, orderId)),
      };
      return [sku, row];
    }),
  );

function onTheWay(events: readonly WorldEvent[], sku: string): Json {
  const reorder = last(all(events, 'ReorderPlaced').filter(({ data }) => data.sku === sku))?.data;
  if (!reorder) return null;
  const receipts = all(events, 'StockReceiptReported').filter(({ data }) => data.reorderId === reorder.reorderId);
  const arrived = receipts.some((receipt) => answerTo(events, receipt)?.type === 'InventoryUpdated');
  const late = last(all(events, 'ReorderDelayed').filter(({ data }) => data.reorderId === reorder.reorderId));
  const dueAt = late?.data.dueAt ?? reorder.dueAt ?? null;
  return arrived ? null : { reorderId: reorder.reorderId, qty: reorder.qty, dueAt };
}

/** Who came to wait for it, by being short of it or by changing to it while waiting for another; each once. */
function waitingFor(events: readonly WorldEvent[], sku: string): readonly string[] {
  const came = events.flatMap((event, n) => {
    const { type, data } = event;
    if (type === 'StockShort') return !data.change && data.items.some((item) => item.sku === sku) ? [data.orderId] : [];
    if (type !== 'ItemsChanged') return [];
    const before = events.slice(0, n);
    const waited = (old: string) =>
      waitingFor(before, old).includes(data.orderId) && !isOffTheQueue(before, data.orderId);
    return data.changes.some((one) => one.newSku === sku && waited(one.sku)) ? [data.orderId] : [];
  });
  return [...new Set<string>(came)];
}

function isOffTheQueue(events: readonly WorldEvent[], orderId: string): boolean {
  return events.some(
    ({ type, data }) =>
      ((type === 'StockReserved' && !data.change) || type === 'OrderCancelled') &&
      'orderId' in data &&
      data.orderId === orderId,
  );
}

function availableOf(events: readonly WorldEvent[], sku: string): { at: number; available: number }[] {
  return events.flatMap((event) => {
    const at = event.position;
    if (event.type === 'InventoryUpdated' && event.data.sku === sku) return [{ at, available: event.data.available }];
    if (event.type !== 'StockReserved' && event.type !== 'StockReleased') return [];
    return event.data.items.filter((item) => item.sku === sku).map(({ available }) => ({ at, available }));
  });
}
