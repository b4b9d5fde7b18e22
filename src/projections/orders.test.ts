import { expect, test } from 'vitest';
import { orders } from './orders';
import { tellHistory } from './told/tellHistory';

const id = { orderId: '1042', customerId: 'c-7' };
const items = [
  { sku: 'MUG-1', qty: 2, unitCents: 1450 },
  { sku: 'BAG-2', qty: 1, unitCents: 3000 },
];

function placed() {
  const history = tellHistory();
  history.tell('OrderPlaced', { ...id, items });
  return history;
}
const row = (history: ReturnType<typeof tellHistory>) =>
  history.events.reduce((view, event) => orders.evolve(view, event), orders.open()).get(id.orderId as never);

test('[ORDV1] a placed order has its lines, its total and nothing paid', () => {
  expect(row(placed())).toMatchObject({
    status: 'placed',
    totalCents: 5900,
    paidCents: 0,
    paidBackCents: 0,
    refund: 'none',
    deliveredAt: null,
    changedAt: 1,
  });
});

test('[ORDV1] an order that is placed twice stays as it was first', () => {
  const history = placed();
  history.tell('OrderPlaced', { ...id, items: items.slice(0, 1) });
  expect(row(history)).toMatchObject({ totalCents: 5900, changedAt: 1 });
});

test.each([
  ['OrderConfirmed', 'confirmed'],
  ['OrderBackordered', 'backordered'],
  ['OrderDelivered', 'delivered'],
] as const)('[ORDV2] after %s it is %s', (type, status) => {
  const history = placed();
  const { id: lastEvent } = history.tell(type, id);
  expect(row(history)).toMatchObject({ status, changedAt: 2, lastEvent });
});

test('[ORDV2] after OrderShipped it is shipped, and its delivery has the time of the event', () => {
  const history = placed();
  history.tell('OrderShipped', { ...id, items: items.map(({ sku, qty }) => ({ sku, qty })) });
  expect(row(history)).toMatchObject({ status: 'shipped', deliveredAt: null });
  const { at } = history.tell('OrderDelivered', id);
  expect(row(history)).toMatchObject({ status: 'delivered', deliveredAt: at });
});

test('[ORDV3] money paid and paid back are the sums that the Order State service says', () => {
  const history = placed();
  history.tell('PaymentRecorded', { ...id, cents: 2000, paidCents: 2000 });
  history.tell('PaymentRecorded', { ...id, cents: 3900, paidCents: 5900 });
  history.tell('OrderCancelled', { ...id, paidBackCents: 5900 });
  expect(row(history)).toMatchObject({ status: 'cancelled', paidCents: 5900, paidBackCents: 5900 });
});

test('[ORDV4] a refund is in part until every unit of every line is refunded, and the status stays', () => {
  const history = placed();
  history.tell('OrderDelivered', id);
  history.tell('RefundProcessed', { ...id, sku: 'MUG-1', qty: 1, cents: 1450, refundedCents: 1450 });
  expect(row(history)).toMatchObject({ status: 'delivered', refund: 'part', paidBackCents: 1450 });
  expect(row(history)?.lines[0]).toMatchObject({ refundedQty: 1, refundedCents: 1450, returnedQty: 0 });
  expect(row(history)?.lines[1]).toMatchObject({ refundedQty: 0 });
  history.tell('RefundProcessed', { ...id, sku: 'MUG-1', qty: 1, cents: 1000, refundedCents: 2450 });
  history.tell('RefundProcessed', { ...id, sku: 'BAG-2', qty: 1, cents: 3000, refundedCents: 5450 });
  expect(row(history)).toMatchObject({ refund: 'whole', paidBackCents: 5450 });
});

test('[ORDV5] units count as returned when the Inventory service has counted them in, not when the refund is announced', () => {
  const history = placed();
  const level = { sku: 'MUG-1', qty: 1, onHand: 3, reserved: 0, returned: 1, available: 3, orderId: id.orderId };
  history.tell('InventoryUpdated', { ...level, because: 'refunded' });
  expect(row(history)?.lines[0]).toMatchObject({ returnedQty: 0 });
  history.tell('InventoryUpdated', { ...level, because: 'returned' });
  expect(row(history)?.lines[0]).toMatchObject({ returnedQty: 1 });
});
