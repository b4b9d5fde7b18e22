import type { Cast } from './cast';
import { goods } from './goods';
import type { Day } from './newDay';

/** How many mugs each order of the run takes, and the one that comes too late. */
export interface MugRun {
  readonly run: readonly [number, number, number, number, number];
  readonly tooMany: number;
}

// Ordered in the opening, ordered before the run, and left over after it.
const mugsBefore = 3 + 2;
const mugsLeft = 1;

/** What was before the day: goods, customers, three orders delivered, one under way, one waiting for the carrier. All at once. */
export function openingOf(day: Day, { people, orders }: Cast, mugs: MugRun): void {
  const mugStock = mugsBefore + mugs.run.reduce((sum, qty) => sum + qty, 0) + mugsLeft;
  for (const product of goods) {
    day.offer(product);
    day.stock(product.sku, product.sku === 'MUG-1' ? mugStock : product.qty);
  }
  for (const person of Object.values(people)) day.meet(person);

  day.order(orders.mugsAndPoster, people.broken, { sku: 'MUG-1', qty: 2 }, { sku: 'POS-1', qty: 1 });
  day.order(orders.mugAndTee, people.tooSmall, { sku: 'MUG-1', qty: 1 }, { sku: 'TEE-1', qty: 1 });
  const mixed = ['MUG-2', 'BAG-1', 'NOTE-1'].map((sku) => ({ sku, qty: sku === 'NOTE-1' ? 2 : 1 }));
  day.order(orders.mixed, people.asks, ...mixed);
  day.order(orders.underway, people.waits, { sku: 'NOTE-1', qty: 1 }, { sku: 'BAG-1', qty: 1 });
  day.order(orders.waiting, people.vague, { sku: 'POS-1', qty: 1 });

  for (const orderId of [orders.mugsAndPoster, orders.mugAndTee, orders.mixed, orders.underway, orders.waiting]) {
    day.pay(orderId);
    if (orderId === orders.waiting) continue;
    day.ship(orderId);
    if (orderId !== orders.underway) day.deliver(orderId);
  }
}
