import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { inventoryService } from './inventoryService';

const level = { onHand: 20, reserved: 0, returned: 0, available: 20, orderId: null };
const held = [
  event('NewProduct'),
  event('InventoryUpdated', level),
  event('OrderPlaced'),
  event('StockReserved', { items: [{ sku: 'MUG-1', qty: 2, available: 18 }] }),
];
const sent = event('InventoryUpdated', {
  ...level,
  because: 'shipped',
  qty: 2,
  onHand: 18,
  available: 18,
  orderId: '1042',
});
const refunded = event('InventoryUpdated', {
  ...{ because: 'refunded', qty: 1, orderId: '1042' },
  ...{ onHand: 18, reserved: 0, returned: 1, available: 18 },
});

describe('a parcel', () => {
  test('[INV4] that leaves takes its items off the shelf and off the reservation', () => {
    given(inventoryService, held).when(event('OrderShipped')).then(sent);
  });

  test('[INV4] leaves once', () => {
    given(inventoryService, [...held, event('OrderShipped'), sent])
      .when(event('OrderShipped', {}, { id: 'again' }))
      .thenNothing();
  });
});

describe('a refunded unit', () => {
  test('[INV5] counts as returned and is not available', () => {
    given(inventoryService, [...held, sent])
      .when(event('RefundProcessed'))
      .then(refunded);
  });

  test('[INV5] is for sale again when it has come back', () => {
    given(inventoryService, [...held, sent, refunded])
      .when(event('ReturnReceived'))
      .then(
        event('InventoryUpdated', {
          ...level,
          because: 'returned',
          qty: 1,
          onHand: 19,
          available: 19,
          orderId: '1042',
        }),
      );
  });

  test('[INV5] that comes back damaged is nobody’s to sell', () => {
    given(inventoryService, [...held, sent, refunded])
      .when(event('ReturnReceived', { condition: 'damaged' }))
      .then(
        event('InventoryUpdated', { ...level, because: 'damaged', qty: 1, onHand: 18, available: 18, orderId: '1042' }),
      );
  });

  test('[INV5] comes back once, and no unit that was not refunded does', () => {
    const back = { because: 'returned', qty: 1, onHand: 19, available: 19, orderId: '1042' } as const;
    given(inventoryService, [...held, sent])
      .when(event('ReturnReceived'))
      .thenRefused('not-expected');
    given(inventoryService, [...held, sent, refunded])
      .when(event('ReturnReceived', { qty: 2 }))
      .thenRefused('not-expected');
    given(inventoryService, [...held, sent, refunded, event('InventoryUpdated', { ...level, ...back })])
      .when(event('ReturnReceived'))
      .thenRefused('not-expected');
  });

  test('[INV5] of another order does not count', () => {
    const other = event('OrderPlaced', { orderId: '1043' });
    given(inventoryService, [...held, sent, refunded, other])
      .when(event('ReturnReceived', { orderId: '1043' }))
      .thenRefused('not-expected');
    given(inventoryService, []).when(event('ReturnReceived')).thenRefused('unknown-order');
  });
});
