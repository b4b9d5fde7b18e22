import type { WorldEvent } from '../../contracts';
import {
  free,
  levelOf,
  moved,
  payBack,
  pick,
  refuse,
  settleAlert,
  skus,
  type Numbers,
  type Order,
  type Shop,
} from './shop';

const inHouse = ({ status }: Order) => status === 'confirmed' || status === 'backordered';

/** What customers want changed. What does not fit the shop's state is refused, or nothing happens. */
export const changeActs = {
  address(shop: Shop, { a, n, b }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const change = { orderId: order.orderId, customerId: order.customerId, address: n.toString(16).padStart(64, 'a') };
    const answers = shop.history.tell('AddressChangeRequested', change);
    if (!inHouse(order)) return refuse(shop, 'AddressChangeRefused', answers);
    if (b % 2 === 0) shop.history.tell('AddressChanged', change, { answers });
    else park(shop, order, answers);
  },
  approve(shop: Shop, { b }: Numbers) {
    const parked = shop.parked.shift();
    const proposalId = parked?.asked.id ?? 'nobody-1';
    const decision = {
      proposalId,
      verdict: b % 3 === 0 ? 'give' : 'refuse',
      payload: '0'.repeat(64),
      because: '',
    } as const;
    const answers = shop.history.tell('ApprovalDecided', decision);
    if (!parked) return refuse(shop, 'ApprovalDecisionRefused', answers);
    const { asked, order } = parked;
    const fact = { proposalId, orderId: order.orderId, customerId: order.customerId, because: 'so it is' };
    if (!inHouse(order)) shop.history.tell('ApprovalLapsed', { ...fact, moved: [1] }, { answers });
    else shop.history.tell(b % 3 === 0 ? 'ApprovalGiven' : 'ApprovalRefused', fact, { answers });
    if (b % 3 !== 0 || !inHouse(order)) return refuse(shop, 'AddressChangeRefused', asked);
    shop.history.tell('AddressChanged', asked.data, { answers: asked });
  },
  payDifferently(shop: Shop, { a }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { orderId, customerId, payer } = order;
    const methodId = `gift-${customerId}`;
    const answers = shop.history.tell('PaymentMethodChangeRequested', { orderId, customerId, methodId });
    const cents = order.paid - order.back;
    const card = shop.giftCards.get(methodId) ?? 0;
    if (!inHouse(order) || cents === 0 || payer !== null || cents > card) {
      return refuse(shop, 'PaymentMethodChangeRefused', answers);
    }
    shop.giftCards.set(methodId, card - cents);
    order.payer = methodId;
    const fact = { orderId, customerId, refunded: [{ methodId: null, cents }], charged: { methodId, cents } };
    shop.history.tell('PaymentMethodChanged', fact, { answers });
  },
  changeItems(shop: Shop, { a, b }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { orderId, customerId } = order;
    const item = pick(order.items, b);
    const newSku = pick(skus, b);
    const change = { sku: item.sku, qty: 1, newSku };
    const asked = shop.history.tell('ItemsChangeRequested', { orderId, customerId, changes: [change], methodId: null });
    const there = order.items.some(({ sku }) => sku === newSku);
    if (order.status !== 'confirmed' || there) return refuse(shop, 'ItemsChangeRefused', asked);
    if (!holdForChange(shop, order, asked, newSku)) return refuse(shop, 'ItemsChangeRefused', asked);
    const rest = order.items.map((one) => (one === item ? { ...one, qty: one.qty - 1 } : one));
    order.items = [...rest.filter(({ qty }) => qty > 0), { sku: newSku, qty: 1, unitCents: item.unitCents + 100 }];
    const totalCents = order.items.reduce((sum, { qty, unitCents }) => sum + qty * unitCents, 0);
    const isPaid = order.paid >= totalCents - 100;
    if (isPaid) order.paid += 100;
    const changes = [{ ...change, oldUnitCents: item.unitCents, unitCents: item.unitCents + 100 }];
    const difference = isPaid ? ({ methodId: null, kind: 'charge', cents: 100 } as const) : null;
    const fact = { orderId, customerId, change: asked.id, changes, totalCents, difference };
    const cause = shop.history.tell('ItemsChanged', fact, { answers: asked });
    levelOf(shop, item.sku).reserved -= 1;
    settleAlert(shop, item.sku);
    const left = [{ sku: item.sku, qty: 1, available: free(shop, item.sku) }];
    shop.history.tell('StockReleased', { orderId, change: asked.id, items: left }, { cause });
  },
  giveBack(shop: Shop, { a, b, qty }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { orderId, customerId } = order;
    const { sku, qty: ordered, unitCents } = pick(order.items, b);
    const ask = { orderId, customerId, items: [{ sku, qty }] };
    const answers = shop.history.tell('ReturnRequested', { ...ask, methodId: null, reason: 'not-wanted' });
    const done = order.refunded.get(sku) ?? 0;
    const cents = qty * unitCents;
    if (order.status !== 'delivered' || done + qty > ordered || order.back + cents > order.paid) {
      return refuse(shop, 'ReturnRequestRefused', answers);
    }
    const paidBack = payBack(shop, order, cents);
    order.refunded.set(sku, done + qty);
    order.comeBack.set(sku, (order.comeBack.get(sku) ?? 0) + qty);
    const accepted = shop.history.tell('ReturnAccepted', { ...ask, cents, paidBack }, { answers });
    const refund = { orderId, customerId, sku, qty, cents, refundedCents: order.back, paidBack };
    const cause = shop.history.tell('RefundProcessed', refund, { cause: accepted });
    moved(shop, sku, 'refunded', qty, orderId, { cause });
  },
  exchange(shop: Shop, { a, b }: Numbers) {
    const order = pick(shop.orders, a);
    if (!order) return;
    const { orderId, customerId } = order;
    const { sku, qty, unitCents } = pick(order.items, b);
    const change = { sku, qty: 1, newSku: sku };
    const ask = { orderId, customerId, changes: [change], methodId: null };
    const asked = shop.history.tell('ExchangeRequested', { ...ask, reason: 'damaged' });
    const isOver = order.exchange !== 'none' || (order.refunded.get(sku) ?? 0) >= qty;
    if (order.status !== 'delivered' || isOver || !holdForChange(shop, order, asked, sku)) {
      return refuse(shop, 'ExchangeRefused', asked);
    }
    order.exchange = 'accepted';
    order.comeBack.set(sku, (order.comeBack.get(sku) ?? 0) + 1);
    const totalCents = order.items.reduce((sum, one) => sum + one.qty * one.unitCents, 0);
    const changes = [{ ...change, oldUnitCents: unitCents, unitCents }];
    const fact = { orderId, customerId, change: asked.id, changes, totalCents, difference: null };
    const cause = shop.history.tell('ExchangeAccepted', fact, { answers: asked });
    moved(shop, sku, 'exchanged', 1, orderId, { cause });
    const answers = shop.history.tell('ShipmentReported', { orderId });
    const parcel = { orderId, customerId, items: [{ sku, qty: 1 }] };
    moved(shop, sku, 'shipped', 1, orderId, { cause: shop.history.tell('ReplacementShipped', parcel, { answers }) });
    if (b % 2 === 0) return;
    const arrival = shop.history.tell('DeliveryReported', { orderId });
    shop.history.tell('ReplacementDelivered', { orderId, customerId }, { answers: arrival });
  },
};

function park(shop: Shop, order: Order, asked: Shop['parked'][number]['asked']): void {
  const { orderId, customerId } = order;
  const shown = {
    policy: 'asked-by-mail',
    because: 'it was asked by mail',
    payload: '0'.repeat(64),
    basis: asked.position,
  };
  const fact = { proposalId: asked.id, asks: asked.type, orderId, customerId, ...shown, cents: 0 };
  shop.history.tell('ApprovalAsked', fact, { cause: asked });
  shop.parked.push({ asked, order });
}

/** Sets one piece aside for a change, if there is one. */
function holdForChange(shop: Shop, { orderId, customerId }: Order, asked: WorldEvent, sku: string): boolean {
  const change = asked.id;
  const wanted = { orderId, customerId, change, items: [{ sku, qty: 1 }] };
  const cause = shop.history.tell('VariantsWanted', wanted, { cause: asked });
  const isThere = free(shop, sku) > 0;
  if (isThere) levelOf(shop, sku).reserved += 1;
  const items = [{ sku, qty: 1, available: free(shop, sku) }];
  shop.history.tell(isThere ? 'StockReserved' : 'StockShort', { orderId, change, items }, { cause });
  return isThere;
}
