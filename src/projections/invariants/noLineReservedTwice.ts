import { tag, type EventId, type OrderId, type Sku } from '../../contracts';
import { defineInvariant } from './Invariant';

interface Lines {
  readonly ordered: Map<string, number>;
  readonly reserved: Map<OrderId, readonly Sku[]>;
  readonly changes: Set<EventId>;
}

/** A reservation is made once: reacting twice to the same order must not set the goods aside twice. */
export const noLineReservedTwice = defineInvariant<Lines>({
  id: 'INV13',
  says: 'No line of an order is reserved twice, nor for more than was ordered.',
  open: () => ({ ordered: new Map(), reserved: new Map(), changes: new Set() }),
  check({ ordered, reserved, changes }, event) {
    if (event.type === 'OrderPlaced') {
      for (const { sku, qty } of event.data.items) ordered.set(tag.line(event.data.orderId, sku), qty);
    }
    if (event.type === 'OrderTakenOver') {
      for (const { sku, qty } of event.data.items) ordered.set(tag.line(event.data.orderId, sku), qty);
    }
    if (event.type === 'ItemsChanged') {
      for (const { sku, qty, newSku } of event.data.changes) {
        const [from, to] = [tag.line(event.data.orderId, sku), tag.line(event.data.orderId, newSku)];
        ordered.set(from, (ordered.get(from) ?? 0) - qty);
        ordered.set(to, (ordered.get(to) ?? 0) + qty);
      }
    }
    if (event.type === 'StockReleased' && !event.data.change) reserved.delete(event.data.orderId);
    // What is set aside for a change is one step before that: only its proposal can be reserved twice.
    if (event.type !== 'StockReserved') return null;
    const { orderId, items, change } = event.data;
    if (change) {
      if (changes.has(change)) return `the change ${change} of order ${orderId} is reserved a second time`;
      changes.add(change);
      return null;
    }
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
