import { free, levelOf, moved, pick, refuse, serveQueue, skus, type Numbers, type Shop } from './shop';

/** What suppliers, carriers and the inventory agent try. What does not fit the shop's state is refused, or nothing happens. */
export const stockActs = {
  receive(shop: Shop, { a, b, qty }: Numbers) {
    const sku = pick(skus, a);
    const reorderId = b % 2 === 0 ? (shop.reorders.get(sku) ?? null) : null;
    const answers = shop.history.tell('StockReceiptReported', { sku, qty, reorderId });
    if (b % 7 === 6) return refuse(shop, 'StockReceiptRefused', answers);
    if (reorderId) shop.reorders.delete(sku);
    moved(shop, sku, 'received', qty, null, { answers });
    if (reorderId)
      shop.history.tell('ReorderShort', { reorderId, sku, orderedQty: qty + 1, receivedQty: qty }, { cause: answers });
    serveQueue(shop, answers);
  },
  comeBack(shop: Shop, { a, b, qty }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { sku } = pick(order.items, b);
    const condition = b % 3 === 0 ? 'damaged' : 'good';
    const answers = shop.history.tell('ReturnReceived', { orderId: order.orderId, sku, qty, condition });
    const expected = order.comeBack.get(sku) ?? 0;
    if (expected < qty) return refuse(shop, 'ReturnRefused', answers);
    order.comeBack.set(sku, expected - qty);
    moved(shop, sku, condition === 'damaged' ? 'damaged' : 'returned', qty, order.orderId, { answers });
    serveQueue(shop, answers);
  },
  lowStock(shop: Shop, { a }: Numbers) {
    const sku = pick(skus, a);
    const answers = shop.history.tell('LowStockReported', { sku, available: free(shop, sku) });
    if (free(shop, sku) > 2 || shop.low.has(sku)) return refuse(shop, 'LowStockDismissed', answers);
    shop.low.add(sku);
    shop.history.tell('LowStockAlert', { sku, available: free(shop, sku), threshold: 2 }, { answers });
  },
  count(shop: Shop, { a, b, qty }: Numbers) {
    const sku = pick(skus, a);
    const counts = [{ sku, onHand: levelOf(shop, sku).onHand + qty }];
    const answers = shop.history.tell('StockCounted', { importId: null, counts });
    if (b % 3 === 0) return refuse(shop, 'StockCountRefused', answers);
    moved(shop, sku, 'counted', qty, null, { answers });
    serveQueue(shop, answers);
  },
  writeOff(shop: Shop, { a, qty }: Numbers) {
    const sku = pick(skus, a);
    const answers = shop.history.tell('WriteOffReported', { sku, qty, because: 'broken' });
    if (free(shop, sku) < qty) refuse(shop, 'WriteOffRefused', answers);
    else moved(shop, sku, 'written-off', qty, null, { answers });
  },
  delay(shop: Shop, { a, n }: Numbers) {
    const sku = pick(skus, a);
    const late = { reorderId: shop.reorders.get(sku) ?? 'r-none', sku, dueAt: n };
    const answers = shop.history.tell('SupplierDelayReported', late);
    if (shop.reorders.has(sku)) shop.history.tell('ReorderDelayed', late, { answers });
    else refuse(shop, 'SupplierDelayRefused', answers);
  },
  reorder(shop: Shop, { n, a, qty }: Numbers) {
    const order = { reorderId: `r-${n}`, sku: pick(skus, a), qty };
    const answers = shop.history.tell('ReorderRequested', { ...order, reason: 'low' });
    if (shop.reorders.has(order.sku)) return refuse(shop, 'ReorderRefused', answers);
    shop.reorders.set(order.sku, order.reorderId);
    shop.history.tell('ReorderPlaced', order, { answers });
  },
};
