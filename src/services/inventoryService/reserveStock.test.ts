import { describe, test } from 'vitest';
import type { EventOf, WorldEvent } from '../../contracts';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { inventoryService } from './inventoryService';

/** So many mugs and pens on the shelf. */
const shelf = (mugs: number, pens = 10): WorldEvent[] => [
  event('NewProduct'),
  event('NewProduct', { sku: 'PEN-1' }),
  received('MUG-1', mugs),
  received('PEN-1', pens),
];
const received = (sku: string, onHand: number, reserved = 0) => {
  const available = onHand - reserved;
  return event('InventoryUpdated', { sku, qty: 1, onHand, reserved, returned: 0, available, orderId: null });
};
const line = (sku: string, qty: number) => ({ sku, qty, unitCents: 100 });
const order = (orderId: string, ...items: ReturnType<typeof line>[]) => event('OrderPlaced', { orderId, items });
type Set = readonly (readonly [sku: string, qty: number, available: number])[];
const named = (items: Set) => items.map(([sku, qty, available]) => ({ sku, qty, available }));
const reserved = (orderId: string, ...items: Set) => event('StockReserved', { orderId, items: named(items) });
const short = (orderId: string, ...items: Set) => event('StockShort', { orderId, items: named(items) });
const released = (orderId: string, ...items: Set) => event('StockReleased', { orderId, items: named(items) });

describe('an order', () => {
  test('[INV1] is reserved in full when all of it is there, to the last unit', () => {
    given(inventoryService, shelf(2))
      .when(order('1', line('MUG-1', 2), line('PEN-1', 1)))
      .then(reserved('1', ['MUG-1', 2, 0], ['PEN-1', 1, 9]));
  });

  test('[INV1] gets nothing when one thing is short; it waits', () => {
    given(inventoryService, shelf(1))
      .when(order('1', line('MUG-1', 2), line('PEN-1', 1)))
      .then(short('1', ['MUG-1', 2, 1]));
  });

  test('[INV1] cannot have what is set aside for another', () => {
    given(inventoryService, [...shelf(3), order('1', line('MUG-1', 2)), reserved('1', ['MUG-1', 2, 1])])
      .when(order('2', line('MUG-1', 2)))
      .then(short('2', ['MUG-1', 2, 1]));
  });

  test('[INV1] that is cancelled before its turn gets nothing', () => {
    const placed = order('1', line('MUG-1', 1));
    given(inventoryService, [...shelf(3), placed, event('OrderCancelled', { orderId: '1' })])
      .when(placed)
      .thenNothing();
  });
});

describe('the line', () => {
  const waits = [...shelf(1), order('1', line('MUG-1', 2)), short('1', ['MUG-1', 2, 1])];

  test('[INV2] a later order that would fit does not overtake one that waits for the same sku', () => {
    given(inventoryService, waits)
      .when(order('2', line('MUG-1', 1)))
      .then(short('2', ['MUG-1', 1, 1]));
  });

  test('[INV2] an order that shares no sku with those who wait is served', () => {
    given(inventoryService, waits)
      .when(order('2', line('PEN-1', 1)))
      .then(reserved('2', ['PEN-1', 1, 9]));
  });

  const three = [...waits, order('2', line('MUG-1', 1)), short('2', ['MUG-1', 1, 1]), order('3', line('MUG-1', 3))];

  test('[INV2] goods that come in go to the first, then the next, as far as they last', () => {
    given(inventoryService, [...three, short('3', ['MUG-1', 3, 1])])
      .when(received('MUG-1', 5))
      .then(reserved('1', ['MUG-1', 2, 3]), reserved('2', ['MUG-1', 1, 2]));
  });

  test('[INV2] a returned unit goes to the first as well', () => {
    const level = { because: 'returned', qty: 1, onHand: 2, reserved: 0, returned: 0, available: 2 } as const;
    given(inventoryService, waits)
      .when(event('InventoryUpdated', level))
      .then(reserved('1', ['MUG-1', 2, 0]));
  });

  test('[INV2] goods that are too few for the first are kept for them', () => {
    given(inventoryService, [...waits, order('2', line('MUG-1', 1)), short('2', ['MUG-1', 1, 1])])
      .when(received('MUG-1', 1))
      .thenNothing();
  });

  test.each(['shipped', 'refunded'] as const)('[INV2] what was %s serves nobody', (because) => {
    const level = { because, qty: 1, onHand: 9, reserved: 0, returned: 0, available: 9 };
    given(inventoryService, waits).when(event('InventoryUpdated', level)).thenNothing();
  });

  test('[INV2] when the first leaves the line, the next is served', () => {
    given(inventoryService, [...waits, order('2', line('MUG-1', 1)), short('2', ['MUG-1', 1, 1])])
      .when(event('OrderCancelled', { orderId: '1' }))
      .then(reserved('2', ['MUG-1', 1, 0]));
  });
});

describe('a cancelled order', () => {
  const held = [...shelf(2), order('1', line('MUG-1', 2)), reserved('1', ['MUG-1', 2, 0])];
  const cancelled = event('OrderCancelled', { orderId: '1' });
  const free: EventOf<'StockReleased'> = released('1', ['MUG-1', 2, 2]);

  test('[INV3] gives back what was set aside for it', () => {
    given(inventoryService, held).when(cancelled).then(free);
  });

  test('[INV3] gives it back once', () => {
    given(inventoryService, [...held, cancelled, free])
      .when(cancelled)
      .thenNothing();
  });

  test('[INV3] whose stock was set aside too late gives it back at once', () => {
    given(inventoryService, [...shelf(2), order('1', line('MUG-1', 2)), cancelled])
      .when(reserved('1', ['MUG-1', 2, 0]))
      .then(free);
  });

  test('[INV3] that was told too late to wait stands in nobody’s way', () => {
    const late = [...shelf(1), order('1', line('MUG-1', 2)), cancelled, short('1', ['MUG-1', 2, 1])];
    given(inventoryService, late)
      .when(order('2', line('MUG-1', 1)))
      .then(reserved('2', ['MUG-1', 1, 0]));
  });

  test('[INV3] makes room for whoever waits', () => {
    const waits = [order('2', line('MUG-1', 2)), short('2', ['MUG-1', 2, 0])];
    given(inventoryService, [...held, ...waits, cancelled])
      .when(free)
      .then(reserved('2', ['MUG-1', 2, 0]));
  });
});
