import type { OrderId, VariantChanged, WantedItem } from '../../contracts';
import { defineInvariant } from './Invariant';

interface Holds {
  readonly ordered: Map<OrderId, readonly WantedItem[]>;
  readonly reserved: Map<OrderId, readonly WantedItem[]>;
}

/** The order-and-stock story: first the goods are set aside, all of them, then the customer hears yes. */
export const confirmedMeansReserved = defineInvariant<Holds>({
  id: 'INV12',
  version: 2,
  says: 'No order is confirmed unless all of its items are reserved for it.',
  open: () => ({ ordered: new Map(), reserved: new Map() }),
  check({ ordered, reserved }, event) {
    switch (event.type) {
      case 'OrderPlaced':
        ordered.set(event.data.orderId, event.data.items);
        return null;
      case 'StockReserved':
        // For the order as it was placed, or for a change of it: the customer gets these goods either way.
        reserved.set(event.data.orderId, moved(reserved.get(event.data.orderId) ?? [], event.data.items, 1));
        return null;
      case 'StockReleased':
        reserved.set(event.data.orderId, moved(reserved.get(event.data.orderId) ?? [], event.data.items, -1));
        return null;
      case 'OrderTakenOver':
        ordered.set(event.data.orderId, event.data.items);
        return null;
      case 'ItemsChanged':
        ordered.set(event.data.orderId, changed(ordered.get(event.data.orderId) ?? [], event.data.changes));
        return null;
      case 'OrderConfirmed': {
        const { orderId } = event.data;
        const held = reserved.get(orderId) ?? [];
        if (held.length === 0) return `order ${orderId} is confirmed, and nothing is reserved for it`;
        const missing = ordered
          .get(orderId)
          ?.find((item) => !held.some((one) => one.sku === item.sku && one.qty >= item.qty));
        return missing
          ? `order ${orderId} is confirmed, and ${missing.qty} × ${missing.sku} are not reserved for it`
          : null;
      }
      default:
        return null;
    }
  },
});

/** What is wanted after other variants took the place of some: each sku once. */
function changed(items: readonly WantedItem[], changes: readonly VariantChanged[]): readonly WantedItem[] {
  const without = moved(items, changes, -1);
  const instead = changes.map(({ newSku, qty }) => ({ sku: newSku, qty }));
  return moved(without, instead, 1);
}

/** The items with these units more, or fewer; each sku once, none with nothing. */
function moved(
  items: readonly WantedItem[],
  by: readonly Pick<WantedItem, 'sku' | 'qty'>[],
  sign: 1 | -1,
): readonly WantedItem[] {
  const total = new Map(items.map(({ sku, qty }) => [sku, qty]));
  for (const { sku, qty } of by) total.set(sku, (total.get(sku) ?? 0) + sign * qty);
  return [...total].flatMap(([sku, qty]) => (qty > 0 ? [{ sku, qty }] : []));
}
