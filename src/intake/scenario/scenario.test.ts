import { describe, expect, test } from 'vitest';
import { sampleMails } from '../sampleMails';
import type { ScenarioInput } from '../ScenarioInput';
import { castOf } from './cast';
import { demoSeed, scenario } from './scenario';

const seeds = [demoSeed, 0, 2, 3, 7, 42, 1234, 2 ** 31, -5];
const ofKind = <K extends ScenarioInput['kind']>(seed: number, kind: K): Extract<ScenarioInput, { kind: K }>[] =>
  scenario(seed).flatMap(({ input }) => (input.kind === kind ? [input as Extract<ScenarioInput, { kind: K }>] : []));
const numbersIn = (text: string): string[] => text.match(/\b\d{4}\b/g) ?? [];

describe.each(seeds)('the day of seed %i', (seed) => {
  const steps = scenario(seed);

  test('[SCN1] the same seed gives the same bytes', () => {
    expect(JSON.stringify(scenario(seed))).toBe(JSON.stringify(steps));
  });

  test('[SCN2] time never goes back, numbers rise by one, and the day is about ten minutes of about ninety steps', () => {
    steps.forEach((step, index) => {
      expect(step.n).toBe(index + 1);
      expect(step.atMs).toBeGreaterThanOrEqual(steps[index - 1]?.atMs ?? 0);
    });
    expect(steps.length).toBeLessThanOrEqual(95);
    expect(steps.at(-1)?.atMs).toBeGreaterThan(480_000);
    expect(steps.at(-1)?.atMs).toBeLessThan(720_000);
  });

  test('[SCN2] ids are unique', () => {
    const ids = steps.flatMap(({ input }) =>
      input.kind === 'introduceCustomer'
        ? [input.customerId, input.profile.address]
        : input.kind === 'submitOrder'
          ? [input.orderId]
          : input.kind === 'receiveMail'
            ? [input.mailId]
            : input.kind === 'submitProduct'
              ? [input.sku]
              : [],
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('[SCN3] every order number in a mail is an order that was submitted before', () => {
    const submitted = new Set<string>();
    for (const { input } of steps) {
      if (input.kind === 'submitOrder') submitted.add(input.orderId);
      if (input.kind !== 'receiveMail') continue;
      for (const number of numbersIn(`${input.letter.subject} ${input.letter.text}`))
        expect(submitted).toContain(number);
    }
  });

  test('[SCN5] the first mail comes within a second: a broken mug of a delivered order', () => {
    const first = steps.find(({ atMs }) => atMs > 0);
    expect(first?.atMs).toBeLessThan(1000);
    expect(first?.input).toMatchObject({ kind: 'receiveMail', letter: { subject: 'mug arrived broken :(' } });
    const order = castOf(seed).orders.mugsAndPoster;
    expect(
      steps.some(({ input, atMs }) => input.kind === 'reportDelivery' && input.orderId === order && atMs === 0),
    ).toBe(true);
  });

  test('[SCN4] shelves, payments and parcels fit: only the order for too many mugs ever waits', () => {
    const shop = naiveShop();
    for (const { input } of steps) shop.take(input);
    expect(shop.hadToWait).toEqual([castOf(seed).orders.tooMany]);
    expect(shop.lowSkus).toEqual(new Set(['MUG-1']));
    expect(shop.leastMugs).toBe(1);
  });

  test('[SMP1] the samples come from customers of the day and name orders of its opening', () => {
    const opening = new Map(
      steps.flatMap(({ input, atMs }) =>
        input.kind === 'submitOrder' && atMs === 0 ? [[input.orderId, input.customerId]] : [],
      ),
    );
    const addresses = new Map(
      ofKind(seed, 'introduceCustomer').map(({ customerId, profile }) => [profile.address, customerId]),
    );
    const samples = sampleMails(seed);
    expect(new Set(samples.map(({ id }) => id)).size).toBe(10);
    for (const { id, from, subject, text } of samples) {
      const sender = addresses.get(/<(.+)>$/.exec(from)?.[1] ?? '');
      expect(sender === undefined).toBe(id === 'stranger');
      for (const number of numbersIn(`${subject} ${text}`)) {
        expect(opening.has(number)).toBe(true);
        expect(opening.get(number) === sender).toBe(!['stranger', 'hostile', 'not-theirs'].includes(id));
      }
    }
  });
});

test('[SCN1] different seeds give different days', () => {
  expect(new Set(seeds.map((seed) => JSON.stringify(scenario(seed)))).size).toBe(seeds.length);
});

test('[SCN5] broken-mug.eml fits the demo seed: its order is delivered, has one enamel mug and is in no other mail', () => {
  const order = ofKind(demoSeed, 'submitOrder').find(({ orderId }) => orderId === '1276');
  expect(order?.items).toContainEqual({ sku: 'MUG-1', qty: 1 });
  const owner = ofKind(demoSeed, 'introduceCustomer').find(({ customerId }) => customerId === order?.customerId);
  expect(owner?.profile).toEqual({ name: 'Amara Okafor', address: 'amara.okafor@example.com' });
  expect(ofKind(demoSeed, 'reportDelivery').map(({ orderId }) => orderId)).toContain('1276');
  for (const { letter } of ofKind(demoSeed, 'receiveMail')) expect(letter.text).not.toContain('1276');
});

/** A shop without agents, as simple as can be: it must be able to do everything the day asks of it. */
function naiveShop() {
  const available = new Map<string, number>();
  const lowAt = new Map<string, number>();
  const prices = new Map<string, number>();
  const orders = new Map<string, { items: readonly { sku: string; qty: number }[]; owes: number; status: string }>();
  const hadToWait: string[] = [];
  const lowSkus = new Set<string>();
  let leastMugs = Infinity;
  const move = (sku: string, by: number): void => {
    const left = (available.get(sku) ?? NaN) + by;
    expect(left).toBeGreaterThanOrEqual(0);
    available.set(sku, left);
    if (by < 0 && left <= (lowAt.get(sku) ?? 0)) lowSkus.add(sku);
    if (sku === 'MUG-1' && by < 0) leastMugs = Math.min(leastMugs, left);
  };
  const reserve = (orderId: string): void => {
    const order = orders.get(orderId);
    if (!order) throw new Error(`no order ${orderId}`);
    if (order.items.some(({ sku, qty }) => (available.get(sku) ?? 0) < qty)) return;
    for (const { sku, qty } of order.items) move(sku, -qty);
    order.status = 'confirmed';
  };
  const arrive = (sku: string, qty: number): void => {
    move(sku, qty);
    for (const [orderId, { status }] of orders) if (status === 'waits') reserve(orderId);
  };
  const advance = (orderId: string, from: string, to: string): void => {
    const order = orders.get(orderId);
    expect(order).toMatchObject({ status: from, owes: 0 });
    if (order) order.status = to;
  };
  const saleOf = new Map<string, number>();
  const take = (input: ScenarioInput): void => {
    switch (input.kind) {
      case 'submitProduct':
        available.set(input.sku, 0);
        lowAt.set(input.sku, input.lowStockAt);
        prices.set(input.sku, input.priceCents);
        break;
      case 'priceChange':
        expect(prices.get(input.sku)).not.toBe(input.priceCents);
        prices.set(input.sku, input.priceCents);
        break;
      case 'requestSale':
        saleOf.set(input.sku, input.percentOff);
        break;
      case 'endSale':
        expect(saleOf.delete(input.sku)).toBe(true);
        break;
      case 'receiveStock':
      case 'supplierDelivers':
        arrive(input.sku, input.qty);
        break;
      case 'submitOrder': {
        const cost = input.items.map(
          ({ sku, qty }) => qty * Math.round(((prices.get(sku) ?? NaN) * (100 - (saleOf.get(sku) ?? 0))) / 100),
        );
        orders.set(input.orderId, {
          items: input.items,
          owes: cost.reduce((sum, one) => sum + one, 0),
          status: 'waits',
        });
        reserve(input.orderId);
        if (orders.get(input.orderId)?.status === 'waits') hadToWait.push(input.orderId);
        break;
      }
      case 'capturePayment': {
        const order = orders.get(input.orderId);
        expect(order?.owes).toBe(input.cents);
        if (order) order.owes = 0;
        break;
      }
      case 'reportShipment':
        advance(input.orderId, 'confirmed', 'shipped');
        break;
      case 'reportDelivery':
        advance(input.orderId, 'shipped', 'delivered');
        break;
      case 'returnArrives': {
        const order = orders.get(input.orderId);
        expect(order?.status).toBe('delivered');
        expect(order?.items.find(({ sku }) => sku === input.sku)?.qty).toBeGreaterThanOrEqual(input.qty);
        arrive(input.sku, input.qty);
        break;
      }
      case 'introduceCustomer':
      case 'receiveMail':
        break;
    }
  };
  return {
    take,
    hadToWait,
    lowSkus,
    get leastMugs() {
      return leastMugs;
    },
  };
}
