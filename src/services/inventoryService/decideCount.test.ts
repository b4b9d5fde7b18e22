import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { inventoryService } from './inventoryService';

const shelf = { sku: 'MUG-1', orderId: null } as const;
/** Twenty mugs on the shelf, three of them set aside for an order. */
const stocked = [
  event('NewProduct'),
  event('InventoryUpdated', { qty: 20, onHand: 20, reserved: 3, returned: 0, available: 17 }),
];
const counted = (onHand: number, sku = 'MUG-1') => event('StockCounted', { counts: [{ sku, onHand }] });
const now = (because: 'counted' | 'written-off', qty: number) => {
  const onHand = 20 - qty;
  return event('InventoryUpdated', { ...shelf, because, qty, onHand, reserved: 3, returned: 0, available: onHand - 3 });
};

describe('a count', () => {
  test('[INV9] is believed, down to what is set aside for orders', () => {
    given(inventoryService, stocked).when(counted(19)).then(now('counted', 1));
    given(inventoryService, stocked).when(counted(3)).then(now('counted', 17));
  });
  test.each([
    ['set-aside', counted(2), /3 × MUG-1 are set aside/],
    ['no-difference', counted(20), /the same/],
    ['unknown-sku', counted(1, 'PEN-1'), /PEN-1/],
    ['same-sku-twice', event('StockCounted', { counts: [1, 2].map((onHand) => ({ sku: 'MUG-1', onHand })) }), /twice/],
  ] as const)('[INV9] is refused: %s', (rule, asked, words) => {
    given(inventoryService, stocked).when(asked).thenRefused(rule, words);
  });
});

describe('a write-off', () => {
  test('[INV9] takes from the shelf what is not set aside', () => {
    given(inventoryService, stocked)
      .when(event('WriteOffReported', { qty: 17 }))
      .then(now('written-off', 17));
  });
  test.each([
    ['not-so-many', { qty: 18 }, /only 17/],
    ['unknown-sku', { sku: 'PEN-1' }, /PEN-1/],
  ] as const)('[INV9] is refused: %s', (rule, over, words) => {
    given(inventoryService, stocked).when(event('WriteOffReported', over)).thenRefused(rule, words);
  });
});
