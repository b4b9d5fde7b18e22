import type { Cast } from './cast';
import { newcomer } from './goods';
import { letters } from './letters';
import type { MugRun } from './openingOf';
import type { Day } from './newDay';

type Some = (min: number, max: number) => number;

/** The day itself, from the broken mug to the last order. */
export function dayOf(day: Day, cast: Cast, mugs: MugRun, some: Some): void {
  morning(day, cast, some);
  runOnTheMugs(day, cast, mugs, some);
  afterTheRun(day, cast, mugs);
  evening(day, cast, mugs, some);
}

function morning(day: Day, { people, orders }: Cast, some: Some): void {
  const { broken, tooSmall, asks, cancels, waits } = people;
  const photo = { name: 'IMG_2231.jpg', type: 'image/jpeg', bytes: some(90_000, 400_000) };
  day.wait(0.7);
  day.mail(
    broken,
    `${broken.first} writes: a mug arrived broken`,
    letters.brokenMug(orders.mugsAndPoster, broken.first),
    [photo],
  );
  day.wait(5);
  day.order(orders.striped, tooSmall, { sku: 'TEE-2', qty: 1 }, { sku: 'BAG-1', qty: some(1, 3) });
  day.wait(3);
  day.pay(orders.striped);
  day.wait(12);
  day.mail(waits, `${waits.first} asks where a parcel is`, letters.whereIsIt(orders.underway, waits.first));
  day.wait(14);
  day.ship(orders.striped);
  day.wait(9);
  day.order(orders.twoMugs, waits, { sku: 'MUG-1', qty: 2 });
  day.wait(3);
  day.pay(orders.twoMugs);
  day.wait(13);
  day.mail(asks, `${asks.first} asks whether the striped tee is in stock`, letters.inStock('striped tee', asks.name));
  day.wait(17);
  day.deliver(orders.underway);
  day.wait(10);
  const tees = some(2, 4);
  day.order(orders.twoTees, cancels, { sku: 'TEE-1', qty: tees });
  day.wait(3);
  day.pay(orders.twoTees);
  day.wait(13);
  day.ship(orders.twoMugs);
  day.wait(9);
  const what = `${['two', 'three', 'four'][tees - 2] ?? String(tees)} navy tees`;
  day.mail(cancels, `${cancels.first} wants to cancel an order`, letters.cancel(orders.twoTees, what, cancels.first));
  day.wait(16);
  day.deliver(orders.striped);
}

/** A sale empties the shelf: low stock, then an order for more than there is. */
function runOnTheMugs(day: Day, { people, orders }: Cast, { run, tooMany }: MugRun, some: Some): void {
  const buyers = [people.tooSmall, people.vague, people.asks, people.waits, people.cancels] as const;
  const numbers = [orders.run1, orders.run2, orders.run3, orders.run4, orders.run5] as const;
  day.wait(14);
  day.sale('MUG-1', some(3, 5) * 5);
  day.wait(17);
  for (const [index, buyer] of buyers.entries()) {
    const orderId = numbers[index] ?? '';
    const extra = index === 1 ? [{ sku: 'POS-1', qty: 1 }] : [];
    day.order(orderId, buyer, { sku: 'MUG-1', qty: run[index] ?? 2 }, ...extra);
    day.wait(2);
    day.pay(orderId);
    day.wait(4);
  }
  day.order(orders.tooMany, people.broken, { sku: 'MUG-1', qty: tooMany });
  day.wait(2);
  day.pay(orders.tooMany);
}

function afterTheRun(day: Day, { people, orders }: Cast, { tooMany }: MugRun): void {
  const { broken, tooSmall, vague } = people;
  day.wait(17);
  day.comesBack(orders.mugsAndPoster, 'MUG-1', 1);
  day.wait(14);
  day.mail(
    tooSmall,
    `${tooSmall.first} wants to return a tee`,
    letters.tooSmall(orders.striped, 'striped tee', tooSmall.first),
  );
  day.wait(13);
  day.ship(orders.run3);
  day.wait(12);
  const stranger = { name: 'Shop Security', address: 'no-reply@security-desk.example.org' };
  day.mail(
    stranger,
    'A hostile mail: markup, orders to the assistant, somebody’s order number',
    letters.hostile(orders.run1),
  );
  day.wait(17);
  day.mail(
    broken,
    `${broken.first} asks why nothing happens`,
    letters.stillWaiting(orders.tooMany, tooMany, broken.first),
  );
  day.wait(14);
  day.ship(orders.run1);
  day.wait(17);
  day.supplies('MUG-1', 24);
  day.wait(20);
  day.mail(
    vague,
    `${vague.first} asks two things at once`,
    letters.shippedAndInStock(orders.run2, 'harbour poster', vague.first),
  );
  day.wait(17);
  day.ship(orders.tooMany);
}

function evening(day: Day, { people, orders }: Cast, { run }: MugRun, some: Some): void {
  const { asks, cancels, tooSmall, vague } = people;
  day.wait(16);
  day.offer(newcomer);
  day.wait(19);
  const stranger = { name: 'Rosa Marchetti', address: 'rosa.marchetti@example.org' };
  day.mail(stranger, 'Somebody unknown asks about a parcel', letters.forMyHusband(orders.twoMugs));
  day.wait(13);
  day.deliver(orders.run3);
  day.wait(12);
  day.stock(newcomer.sku, newcomer.qty);
  day.wait(20);
  day.comesBack(orders.striped, 'TEE-2', 1);
  day.wait(14);
  day.order(orders.apron, cancels, { sku: newcomer.sku, qty: 1 });
  day.wait(3);
  day.pay(orders.apron);
  day.wait(16);
  day.mail(asks, `${asks.first} got the mugs too late`, letters.tooLate(orders.run3, run[2], asks.name));
  day.wait(19);
  day.ship(orders.run2);
  day.wait(13);
  day.price('POS-1', 1600 + some(1, 3) * 50);
  day.wait(14);
  day.ship(orders.apron);
  day.wait(17);
  day.mail(vague, `${vague.first} complains, but of what?`, letters.vague(vague.name));
  day.wait(17);
  day.deliver(orders.tooMany);
  day.wait(19);
  day.comesBack(orders.run3, 'MUG-1', run[2]);
  day.wait(17);
  day.saleEnds('MUG-1');
  day.wait(19);
  day.deliver(orders.apron);
  day.wait(17);
  day.order(orders.last, tooSmall, { sku: 'POS-1', qty: 1 }, { sku: 'NOTE-1', qty: some(1, 3) });
  day.wait(3);
  day.pay(orders.last);
}
