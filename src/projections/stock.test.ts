import { expect, test } from 'vitest';
import { stock } from './stock';
import { tellHistory } from './told/tellHistory';

const sku = 'MUG-1';

function listed() {
  const history = tellHistory();
  history.tell('NewProduct', { sku, title: 'Mug', description: '', priceCents: 1450, lowStockAt: 5 });
  const levels = (onHand: number, reserved = 0, returned = 0) => ({
    sku,
    because: 'received' as const,
    qty: 1,
    onHand,
    reserved,
    returned,
    available: onHand - reserved,
    orderId: null,
  });
  const held = (orderId: string, available: number) => ({ orderId, items: [{ sku, qty: 2, available }] });
  const row = () => history.events.reduce((view, event) => stock.evolve(view, event), stock.open()).get(sku as never);
  return { ...history, levels, held, row };
}

test('[STKV1] a new product has a row with nothing in stock, and its threshold', () => {
  expect(listed().row()).toMatchObject({
    onHand: 0,
    available: 0,
    threshold: 5,
    low: false,
    waiting: [],
    changedAt: 1,
  });
});

test('[STKV1] a sku that the catalogue does not have gets no row', () => {
  const { tell, levels, events } = listed();
  tell('InventoryUpdated', { ...levels(3), sku: 'BAG-2' });
  expect(events.reduce((view, event) => stock.evolve(view, event), stock.open()).size).toBe(1);
});

test('[STKV2] levels are what the Inventory service says, and available stays on hand minus reserved', () => {
  const { tell, levels, held, row } = listed();
  tell('InventoryUpdated', levels(10, 0, 1));
  tell('StockReserved', held('o-1', 8));
  expect(row()).toMatchObject({ onHand: 10, reserved: 2, returned: 1, available: 8 });
  tell('StockReleased', held('o-1', 10));
  expect(row()).toMatchObject({ onHand: 10, reserved: 0, available: 10, changedAt: 4 });
});

test('[STKV3] low holds from the alert until more than the threshold are available', () => {
  const { tell, levels, row } = listed();
  tell('InventoryUpdated', levels(3));
  expect(row()).toMatchObject({ low: false });
  tell('LowStockAlert', { sku, available: 3, threshold: 5 });
  tell('InventoryUpdated', levels(5));
  expect(row()).toMatchObject({ low: true });
  tell('InventoryUpdated', levels(6));
  expect(row()).toMatchObject({ low: false });
  tell('InventoryUpdated', levels(2));
  expect(row()).toMatchObject({ low: false });
});

test('[STKV4] orders wait in the order in which they came up short, until they are reserved or cancelled', () => {
  const { tell, held, row } = listed();
  for (const orderId of ['o-1', 'o-2', 'o-3', 'o-2']) tell('StockShort', held(orderId, 0));
  expect(row()?.waiting).toEqual(['o-1', 'o-2', 'o-3']);
  tell('OrderCancelled', { orderId: 'o-1', customerId: 'c-7', paidBackCents: 0 });
  expect(row()?.waiting).toEqual(['o-2', 'o-3']);
  tell('StockReserved', held('o-2', 0));
  expect(row()?.waiting).toEqual(['o-3']);
});

test('[STKV4] an order that changes to another variant while it waits leaves every queue when it is served', () => {
  const { tell, held, row } = listed();
  tell('NewProduct', { sku: 'CUP-1', title: 'Cup', description: '', priceCents: 100, lowStockAt: 1 });
  tell('StockShort', held('o-1', 0));
  const changes = [{ sku, qty: 2, newSku: 'CUP-1', oldUnitCents: 100, unitCents: 100 }];
  const order = { orderId: 'o-1', customerId: 'c-7' };
  tell('ItemsChanged', { ...order, change: 'e-1', changes, totalCents: 200, difference: null });
  expect(row()?.waiting).toEqual(['o-1']);
  tell('StockReserved', { orderId: 'o-1', items: [{ sku: 'CUP-1', qty: 2, available: 0 }] });
  expect(row()?.waiting).toEqual([]);
});

test('[STKV5] a reorder is on the way until a receipt that names it is booked', () => {
  const { tell, levels, row } = listed();
  tell('ReorderPlaced', { reorderId: 'r-1', sku, qty: 20 });
  const unasked = tell('StockReceiptReported', { sku, qty: 1, reorderId: null });
  tell('InventoryUpdated', levels(1), { answers: unasked });
  const lost = tell('StockReceiptReported', { sku, qty: 20, reorderId: 'r-1' });
  const refusal = { rule: 'not-now', because: 'counting', about: [] };
  tell('StockReceiptRefused', refusal, { answers: lost });
  expect(row()?.onTheWay).toMatchObject({ reorderId: 'r-1', qty: 20 });
  const receipt = tell('StockReceiptReported', { sku, qty: 20, reorderId: 'r-1' });
  tell('InventoryUpdated', levels(21), { answers: receipt });
  expect(row()?.onTheWay).toBeNull();
});
