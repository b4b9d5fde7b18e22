import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { inventoryService } from './inventoryService';

/** A mug is low at 5 or fewer. */
const stocked = (available: number, answers?: string) => [
  event('NewProduct'),
  event(
    'InventoryUpdated',
    { qty: 1, onHand: available, reserved: 0, returned: 0, available },
    answers ? { answers } : {},
  ),
];
const receipt = event('StockReceiptReported');
const unasked = event('StockReceiptReported', { reorderId: null });
const arrived = (onHand: number) =>
  event('InventoryUpdated', { onHand, reserved: 0, returned: 0, available: onHand }, { answers: receipt.id });

describe('goods that come in', () => {
  test('[INV6] are on hand', () => {
    given(inventoryService, [event('NewProduct')])
      .when(unasked)
      .then(arrived(20));
    given(inventoryService, stocked(3)).when(unasked).then(arrived(23));
  });

  test('[INV6] of what the shop does not sell are refused', () => {
    given(inventoryService, []).when(unasked).thenRefused('unknown-sku');
  });

  test('[INV6] on a reorder that nobody placed, or for another sku, are refused', () => {
    const forPens = event('ReorderPlaced', { sku: 'PEN-1' });
    given(inventoryService, stocked(3)).when(receipt).thenRefused('unknown-reorder');
    given(inventoryService, [...stocked(3), forPens])
      .when(receipt)
      .thenRefused('unknown-reorder');
  });

  test('[INV6] on a reorder that has arrived are refused', () => {
    given(inventoryService, [...stocked(3), event('ReorderPlaced'), receipt, arrived(23)])
      .when(event('StockReceiptReported', {}, { id: 'second' }))
      .thenRefused('reorder-arrived');
  });

  test('[INV6] and are fewer than were ordered arrive, and what is missing is said', () => {
    const few = event('StockReceiptReported', { qty: 14 });
    const came = event('InventoryUpdated', { qty: 14, onHand: 17, reserved: 0, returned: 0, available: 17 });
    given(inventoryService, [...stocked(3), event('ReorderPlaced')])
      .when(few)
      .then(came, event('ReorderShort'));
  });

  test('[INV6] late are announced while they are on their way', () => {
    given(inventoryService, [...stocked(3), event('ReorderPlaced')])
      .when(event('SupplierDelayReported'))
      .then(event('ReorderDelayed'));
    given(inventoryService, [...stocked(3), event('ReorderPlaced'), receipt, arrived(23)])
      .when(event('SupplierDelayReported'))
      .thenRefused('unknown-reorder');
  });

  test('[INV6] beyond what the shelf can count are refused', () => {
    given(inventoryService, stocked(1_000_000)).when(unasked).thenRefused('too-many');
  });
});

describe('a report of low stock', () => {
  const report = event('LowStockReported', { available: 1 });

  test('[INV7] is made official with the service’s own numbers, at the threshold too', () => {
    given(inventoryService, stocked(5))
      .when(report)
      .then(event('LowStockAlert', { available: 5 }));
  });

  test('[INV7] is dismissed above the threshold, with the numbers', () => {
    given(inventoryService, stocked(6))
      .when(report)
      .thenRefused('not-low', /6 available, low is 5/);
  });

  test('[INV7] is dismissed when everybody knows, until the level was above the threshold again', () => {
    const known = [...stocked(3), event('LowStockAlert')];
    given(inventoryService, known).when(report).thenRefused('already-alerted');
    given(inventoryService, [...known, arrived(6), arrived(4)])
      .when(report)
      .then(event('LowStockAlert', { available: 4 }));
  });

  test('[INV7] of what the shop does not sell is dismissed', () => {
    given(inventoryService, []).when(report).thenRefused('unknown-sku');
  });
});

describe('a reorder', () => {
  const ask = event('ReorderRequested', { reorderId: 'r-2' });

  test('[INV8] goes to the supplier', () => {
    given(inventoryService, stocked(3))
      .when(ask)
      .then(event('ReorderPlaced', { reorderId: 'r-2', dueAt: 7 * 24 * 60 * 60 * 1000 }));
  });

  test('[INV8] is refused while another is on its way, and not after it has arrived', () => {
    const ordered = [...stocked(3), event('ReorderPlaced')];
    given(inventoryService, ordered).when(ask).thenRefused('on-its-way', /r-1/);
    given(inventoryService, [...ordered, unasked, arrived(23)])
      .when(ask)
      .thenRefused('on-its-way');
    given(inventoryService, [...ordered, receipt, arrived(23)])
      .when(ask)
      .then(event('ReorderPlaced', { reorderId: 'r-2', dueAt: 7 * 24 * 60 * 60 * 1000 }));
  });

  test('[INV8] with a number that was used, or of an unknown sku, is refused', () => {
    given(inventoryService, [...stocked(3), event('ReorderPlaced')])
      .when(event('ReorderRequested'))
      .thenRefused('reorder-exists');
    given(inventoryService, []).when(ask).thenRefused('unknown-sku');
  });
});
