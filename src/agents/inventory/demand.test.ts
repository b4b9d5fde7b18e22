import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demandOf, orderQty, sayDemand } from './demand';

const day = 86_400_000;
const now = 100 * day;
const base = { at: now, since: 0, sales: [], arrivals: [], statedLeadDays: null, threshold: 5 };
const daily = (qty: number, days: number) => Array.from({ length: days }, (_, n) => ({ at: now - n * day - 1, qty }));

describe('[INV10] how fast it sells', () => {
  test('is an average over four weeks, or over the weeks there were, at least one', () => {
    expect(demandOf({ ...base, sales: daily(2, 28) })).toMatchObject({ sold: 56, windowDays: 28, perDay: 2 });
    expect(demandOf({ ...base, since: now - 10 * day, sales: daily(2, 10) })).toMatchObject({
      windowDays: 10,
      perDay: 2,
    });
    expect(demandOf({ ...base, since: now - 1000, sales: [{ at: now, qty: 14 }] })).toMatchObject({
      windowDays: 7,
      perDay: 2,
    });
  });

  test('does not count what was ordered before the window, or after the moment', () => {
    const sales = [
      { at: now - 28 * day, qty: 50 },
      { at: now + 1, qty: 50 },
      { at: now - 1, qty: 28 },
    ];
    expect(demandOf({ ...base, sales }).sold).toBe(28);
  });
});

describe('[INV11] how long goods take', () => {
  test('is what was seen twice or more, else what the product says, else a week', () => {
    expect(demandOf({ ...base, arrivals: [2, 4], statedLeadDays: 9 })).toMatchObject({
      leadDays: 3,
      leadBy: 'arrivals',
    });
    expect(demandOf({ ...base, arrivals: [2], statedLeadDays: 9 })).toMatchObject({ leadDays: 9, leadBy: 'product' });
    expect(demandOf({ ...base, arrivals: [2] })).toMatchObject({ leadDays: 7, leadBy: 'assumption' });
  });

  test('a supplier that takes longer is ordered more from', () => {
    const target = (statedLeadDays: number) => demandOf({ ...base, sales: daily(3, 28), statedLeadDays }).target;
    expect(target(3)).toBe(3 * 17 + 5);
    expect(target(21)).toBe(3 * 35 + 5);
  });
});

describe('[INV12] safety', () => {
  test('is the shopkeeper’s threshold when every day is the same, more when days differ', () => {
    expect(demandOf({ ...base, sales: daily(3, 28) }).safety).toBe(5);
    const lumpy = daily(1, 28)
      .filter((_, n) => n % 7 === 0)
      .map((sale) => ({ ...sale, qty: 21 }));
    const { perDay, leadDays, safety } = demandOf({ ...base, sales: lumpy });
    expect(perDay).toBe(3);
    expect(safety).toBeGreaterThan(5);
    expect(safety).toBeLessThanOrEqual(Math.ceil(perDay * leadDays));
  });
});

test('[INV13] the more is there the less is ordered, what waits is ordered too, and it is never nothing', () => {
  expect(orderQty(60, 4, 0)).toBe(60);
  expect(orderQty(60, 14, 0)).toBe(50);
  expect(orderQty(60, 0, 8)).toBe(70);
  expect(orderQty(10, 30, 0)).toBe(5);
  expect(orderQty(1e9, 0, 0)).toBe(10_000);
});

test('[INV13] for any sales the target covers lead time and cover at the average, and the reckoning is said in a line', () => {
  const sale = fc.record({ at: fc.integer({ min: 0, max: now }), qty: fc.integer({ min: 1, max: 500 }) });
  fc.assert(
    fc.property(
      fc.array(sale),
      fc.array(fc.double({ min: 0, max: 60, noNaN: true }), { maxLength: 5 }),
      fc.nat(50),
      (sales, arrivals, threshold) => {
        const demand = demandOf({ ...base, sales, arrivals, threshold });
        expect(demand.target).toBeGreaterThanOrEqual(demand.perDay * (demand.leadDays + 14) + threshold);
        expect(Number.isInteger(demand.target)).toBe(true);
        expect(sayDemand(demand).length).toBeLessThan(250);
        expect(sayDemand(demand)).toContain(`up to ${demand.target}`);
      },
    ),
  );
});
