import type { Forgery } from './Forgery.suite';
import { line, order, sku, sold } from './forgedShop.suite';

/** Orders confirmed on nothing, and goods set aside twice. */
export const reservationForgeries: readonly Forgery[] = [
  ['INV12', 'an order is confirmed on nothing', /nothing is reserved/, ({ tell }) => tell('OrderConfirmed', order)],
  [
    'INV12',
    'an order is confirmed when its goods are released again',
    /nothing is reserved/,
    (h) => {
      sold(h);
      h.tell('StockReleased', { orderId: '1042', items: [{ ...line, available: 5 }] });
      h.tell('OrderConfirmed', order);
    },
  ],
  [
    'INV12',
    'an order is confirmed on a part of it',
    /2 × MUG-1 are not reserved/,
    ({ tell }) => {
      tell('OrderPlaced', { ...order, items: [{ ...line, unitCents: 1 }] });
      tell('StockReserved', { orderId: '1042', items: [{ sku, qty: 1, available: 0 }] });
      tell('OrderConfirmed', order);
    },
  ],
  [
    'INV12',
    'an order is confirmed after what a change holds for it was released',
    /2 × MUG-1 are not reserved/,
    (h) => {
      const { tell } = h;
      tell('OrderPlaced', { ...order, items: [{ sku: 'CUP-1', qty: 2, unitCents: 1 }] });
      tell('StockReserved', { orderId: '1042', items: [{ sku: 'CUP-1', qty: 2, available: 0 }] });
      tell('StockReserved', { orderId: '1042', change: 'e-1', items: [{ ...line, available: 0 }] });
      const changes = [{ sku: 'CUP-1', qty: 2, newSku: sku, oldUnitCents: 1, unitCents: 1 }];
      tell('ItemsChanged', { ...order, change: 'e-1', changes, totalCents: 2, difference: null });
      tell('StockReleased', { orderId: '1042', change: 'e-1', items: [{ ...line, available: 2 }] });
      tell('OrderConfirmed', order);
    },
  ],
  [
    'INV13',
    'goods are set aside twice',
    /a second time/,
    (h) => {
      sold(h);
      h.tell('StockReserved', { orderId: '1042', items: [{ ...line, available: 1 }] });
    },
  ],
  [
    'INV13',
    'more is set aside than was ordered',
    /3 × MUG-1 .* wants 2/,
    ({ tell }) => {
      tell('OrderPlaced', { ...order, items: [{ ...line, unitCents: 1 }] });
      tell('StockReserved', { orderId: '1042', items: [{ sku, qty: 3, available: 0 }] });
    },
  ],
];
