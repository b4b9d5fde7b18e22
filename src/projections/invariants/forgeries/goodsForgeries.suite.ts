import type { Forgery } from './Forgery.suite';
import { level, line, receive, refund, sent, sku } from './forgedShop.suite';

/** Goods that appear, vanish or leave twice. */
export const goodsForgeries: readonly Forgery[] = [
  ['INV1', 'goods appear', /should have 5 on hand .* says 6/, (h) => receive(h, 5, { onHand: 6, reserved: 0 })],
  [
    'INV1',
    'more is shipped than there is',
    /-2 on hand/,
    ({ tell }) => tell('InventoryUpdated', { ...line, because: 'shipped', ...level, onHand: 0 }),
  ],
  [
    'INV2',
    'available is not on hand minus reserved',
    /should have 3 available .* says 4/,
    (h) => {
      receive(h, 5, { onHand: 5, reserved: 0 });
      h.tell('StockReserved', { orderId: '1042', items: [{ ...line, available: 4 }] });
    },
  ],
  [
    'INV2',
    'more is reserved than is on hand',
    /6 reserved of 5/,
    (h) => {
      receive(h, 5, { onHand: 5, reserved: 0 });
      h.tell('StockReserved', { orderId: '1042', items: [{ sku, qty: 6, available: 0 }] });
    },
  ],
  [
    'INV2',
    'what was never reserved is released',
    /-2 reserved/,
    ({ tell }) => tell('StockReleased', { orderId: '1042', items: [{ ...line, available: 2 }] }),
  ],
  [
    'INV2',
    'a reservation is forgotten',
    /should have 0 reserved.* says 1/,
    (h) => receive(h, 5, { onHand: 5, reserved: 1 }),
  ],
  [
    'INV3',
    'goods come in that nobody reported',
    /nobody reported the 2/,
    ({ tell }) => tell('InventoryUpdated', { ...line, because: 'received', ...level, orderId: null }),
  ],
  [
    'INV3',
    'one parcel leaves the shelf twice',
    /only 0 were sent/,
    (h) => {
      sent(h);
      h.tell('InventoryUpdated', { ...line, because: 'shipped', ...level });
    },
  ],
  [
    'INV3',
    'a unit comes back that was never refunded',
    /only 0 were refunded and not back/,
    (h) => {
      sent(h);
      const answers = h.tell('ReturnReceived', { orderId: '1042', ...line });
      h.tell('InventoryUpdated', { ...line, because: 'returned', ...level }, { answers });
    },
  ],
  [
    'INV3',
    'one refund is announced to the stock twice',
    /only 0 were refunded or exchanged/,
    (h) => {
      sent(h);
      h.tell('RefundProcessed', { ...refund, refundedCents: 1450 });
      for (let n = 0; n < 2; n++) h.tell('InventoryUpdated', { sku, qty: 1, because: 'refunded', ...level });
    },
  ],
];
