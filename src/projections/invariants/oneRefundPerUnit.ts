import { tag } from '../../contracts';
import { defineInvariant } from './Invariant';

/** What was ordered once is refunded once. */
export const oneRefundPerUnit = defineInvariant<Map<string, number>>({
  id: 'INV5',
  says: 'Each unit of an order is refunded or exchanged at most once.',
  open: () => new Map(),
  check(notRefunded, event) {
    if (event.type === 'OrderPlaced' || event.type === 'OrderTakenOver') {
      for (const { sku, qty } of event.data.items) notRefunded.set(tag.line(event.data.orderId, sku), qty);
    }
    if (event.type === 'ItemsChanged' || event.type === 'ExchangeAccepted') {
      for (const { sku, qty, newSku } of event.data.changes) {
        const [from, to] = [tag.line(event.data.orderId, sku), tag.line(event.data.orderId, newSku)];
        const given = (notRefunded.get(from) ?? 0) - qty;
        if (given < 0)
          return `${qty} × ${sku} of order ${event.data.orderId} given up, and only ${given + qty} could be`;
        notRefunded.set(from, given);
        notRefunded.set(to, (notRefunded.get(to) ?? 0) + qty);
      }
    }
    if (event.type !== 'RefundProcessed') return null;
    const { orderId, sku, qty } = event.data;
    const line = tag.line(orderId, sku);
    const left = notRefunded.get(line) ?? 0;
    if (qty > left) return `${qty} × ${sku} of order ${orderId} refunded, and only ${left} could still be`;
    notRefunded.set(line, left - qty);
    return null;
  },
});
