import {
  free,
  hold,
  levelOf,
  moved,
  pick,
  refuse,
  serveQueue,
  settleAlert,
  skus,
  customers,
  type Numbers,
  type Shop,
  type Order,
  payBack,
} from './shop';

/** What customers, bank and carriers try with orders. What does not fit the shop's state is refused, or nothing happens. */
export const orderActs = {
  order(shop: Shop, { n, a, b, qty }: Numbers) {
    const customerId = pick(customers, a);
    const orderId = `o-${n}`;
    const items = [{ sku: pick(skus, b), qty }, ...(a % 2 ? [{ sku: pick(skus, b + 1), qty: 1 }] : [])];
    const answers = shop.history.tell('OrderSubmitted', { orderId, customerId, items });
    if (b % 9 === 8) return refuse(shop, 'OrderRejected', answers);
    const bought = items.map((item) => ({ ...item, unitCents: 1000 }));
    const placed = shop.history.tell('OrderPlaced', { orderId, customerId, items: bought }, { answers });
    const sums = { paid: 0, back: 0, refunded: new Map<string, number>(), comeBack: new Map<string, number>() };
    const order: Order = {
      orderId,
      customerId,
      items: bought,
      status: 'placed',
      payer: null,
      exchange: 'none',
      ...sums,
    };
    shop.orders.push(order);
    if (shop.queue.length === 0 && hold(shop, order, placed)) return;
    const short = items.map((item) => ({ ...item, available: free(shop, item.sku) }));
    const cause = shop.history.tell('StockShort', { orderId, items: short }, { cause: placed });
    shop.history.tell('OrderBackordered', { orderId, customerId }, { cause });
    order.status = 'backordered';
    shop.queue.push(order);
  },
  pay(shop: Shop, { a, b }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { orderId, customerId } = order;
    const total = order.items.reduce((sum, item) => sum + item.qty * item.unitCents, 0);
    const cents = b % 3 === 0 ? Math.ceil(total / 2) : Math.max(1, total - order.paid);
    const answers = shop.history.tell('PaymentCaptured', { orderId, cents });
    if (order.status === 'cancelled' || order.paid + cents > total) return refuse(shop, 'PaymentRefused', answers);
    order.paid += cents;
    shop.history.tell('PaymentRecorded', { orderId, customerId, cents, paidCents: order.paid }, { answers });
  },
  ship(shop: Shop, { a }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { orderId, customerId } = order;
    const answers = shop.history.tell('ShipmentReported', { orderId });
    if (order.status !== 'confirmed') return refuse(shop, 'ShipmentRefused', answers);
    order.status = 'shipped';
    const items = order.items.map(({ sku, qty }) => ({ sku, qty }));
    const cause = shop.history.tell('OrderShipped', { orderId, customerId, items }, { answers });
    for (const { sku, qty } of items) moved(shop, sku, 'shipped', qty, orderId, { cause });
  },
  deliver(shop: Shop, { a }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { orderId, customerId } = order;
    const answers = shop.history.tell('DeliveryReported', { orderId });
    if (order.status !== 'shipped') return refuse(shop, 'DeliveryRefused', answers);
    order.status = 'delivered';
    shop.history.tell('OrderDelivered', { orderId, customerId }, { answers });
  },
  cancel(shop: Shop, { a }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { orderId, customerId, status } = order;
    const answers = shop.history.tell('CancellationRequested', { orderId, customerId, reason: 'other' });
    if (status !== 'confirmed' && status !== 'backordered') return refuse(shop, 'CancellationRefused', answers);
    order.status = 'cancelled';
    const paidBackCents = order.paid - order.back;
    const paidBack = payBack(shop, order, paidBackCents);
    const cause = shop.history.tell('OrderCancelled', { orderId, customerId, paidBackCents, paidBack }, { answers });
    if (status === 'backordered') shop.queue.splice(shop.queue.indexOf(order), 1);
    if (status === 'confirmed') {
      const items = order.items.map(({ sku, qty }) => {
        levelOf(shop, sku).reserved -= qty;
        settleAlert(shop, sku);
        return { sku, qty, available: free(shop, sku) };
      });
      shop.history.tell('StockReleased', { orderId, items }, { cause });
    }
    serveQueue(shop, cause);
  },
  refund(shop: Shop, { a, b, qty }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { orderId, customerId } = order;
    const item = pick(order.items, b);
    const ask = { orderId, customerId, sku: item.sku, qty, cents: qty * item.unitCents };
    const answers = shop.history.tell('RefundRequested', { ...ask, reason: 'damaged' });
    const done = order.refunded.get(item.sku) ?? 0;
    const sent = order.status === 'shipped' || order.status === 'delivered';
    if (!sent || done + qty > item.qty || order.back + ask.cents > order.paid) {
      return refuse(shop, 'RefundRejected', answers);
    }
    const paidBack = payBack(shop, order, ask.cents);
    order.refunded.set(item.sku, done + qty);
    order.comeBack.set(item.sku, (order.comeBack.get(item.sku) ?? 0) + qty);
    const cause = shop.history.tell('RefundProcessed', { ...ask, refundedCents: order.back, paidBack }, { answers });
    shop.refunds.push(cause);
    moved(shop, item.sku, 'refunded', qty, orderId, { cause });
  },
};
