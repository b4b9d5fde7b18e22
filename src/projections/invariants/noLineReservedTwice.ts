import { tag, type OrderId, type Sku } from '../../contracts';
import { defineInvariant } from './Invariant';

interface Lines {
  readonly ordered: Map<string, number>;
  readonly reserved: Map<OrderId, readonly Sku[]>;
}

/** A reservation is made once: reacting twice to the same order must not set the goods aside twice. */
export const noLineReservedTwice = defineInvariant<Lines>({
  id: 'INV13',
  says: 'No line of an order is reserved twice, nor for more than was ordered.',
  open: () => ({ ordered: new Map(), reserved: new Map() }),
  check({ ordered, reserved }, event) {
    if (event.type === 'OrderPlaced') {
      for (const { sku, qty } of event.data.items) ordered.set(tag.line(event.data.orderId, sku), qty);
    }
    if (event.type === 'StockReleased') reserved.delete(event.data.orderId);
    if (event.type !== 'StockReserved') return null;
    const { orderId, items } = event.data;
    const lines = [...(reserved.get(orderId) ?? [])];
    reserved.set(orderId, lines);
    for (const { sku, qty } of items) {
      if (lines.includes(sku)) return `${sku} of order ${orderId} is reserved a second time`;
      lines.push(sku);
      const wanted = ordered.get(tag.line(orderId, sku)) ?? 0;
      if (qty > wanted) return `${qty} × ${sku} are reserved for order ${orderId}, which wants ${wanted}`;
    }
    return null;
  },
});
