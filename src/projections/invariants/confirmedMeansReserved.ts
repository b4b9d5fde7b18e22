import type { OrderId, WantedItem } from '../../contracts';
import { defineInvariant } from './Invariant';

interface Holds {
  readonly ordered: Map<OrderId, readonly WantedItem[]>;
  readonly reserved: Map<OrderId, readonly WantedItem[]>;
}

/** The order-and-stock story: first the goods are set aside, all of them, then the customer hears yes. */
export const confirmedMeansReserved = defineInvariant<Holds>({
  id: 'INV12',
  says: 'No order is confirmed unless all of its items are reserved for it.',
  open: () => ({ ordered: new Map(), reserved: new Map() }),
  check({ ordered, reserved }, event) {
    switch (event.type) {
      case 'OrderPlaced':
        ordered.set(event.data.orderId, event.data.items);
        return null;
      case 'StockReserved':
        reserved.set(event.data.orderId, event.data.items);
        return null;
      case 'StockReleased':
        reserved.delete(event.data.orderId);
        return null;
      case 'OrderConfirmed': {
        const { orderId } = event.data;
        const held = reserved.get(orderId);
        if (!held) return `order ${orderId} is confirmed, and nothing is reserved for it`;
        const missing = ordered
          .get(orderId)
          ?.find((item) => !held.some((one) => one.sku === item.sku && one.qty === item.qty));
        return missing
          ? `order ${orderId} is confirmed, and ${missing.qty} × ${missing.sku} are not reserved for it`
          : null;
      }
      default:
        return null;
    }
  },
});
