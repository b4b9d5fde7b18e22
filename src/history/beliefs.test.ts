import { expect, test } from 'vitest';
import { compareFields, freshnessOf } from '.';

const level = (available: number, changedAt: number) => ({ sku: 'MUG-1', available, onTheWay: null, changedAt });

test('[BEL1] what is still as it was shown is fresh, wherever in the log it stands by now', () => {
  const fields = compareFields(level(3, 7), level(3, 7), level(3, 90));
  expect(fields.map(({ path }) => path)).toEqual(['sku', 'available', 'onTheWay']);
  expect(freshnessOf(fields)).toBe('fresh');
});

test('[BEL2] what is another by now has moved, and what was another at the basis was missed', () => {
  const moved = compareFields(level(3, 7), level(3, 7), level(2, 9));
  expect(moved).toContainEqual({ path: 'available', shown: 3, atBasis: 3, now: 2 });
  expect(freshnessOf(moved)).toBe('moved');
  expect(freshnessOf(compareFields(level(3, 7), level(2, 8), level(3, 9)))).toBe('missed');
});

test('[BEL3] lists are held against each other place by place, and what is gone is not there', () => {
  const order = (skus: readonly string[]) => ({ lines: skus.map((sku) => ({ sku })) });
  const fields = compareFields(order(['A', 'B']), order(['A', 'B']), order(['A']));
  expect(fields.filter(({ shown, now }) => shown !== now)).toEqual([
    { path: 'lines.1.sku', shown: 'B', atBasis: 'B', now: undefined },
  ]);
  expect(freshnessOf(compareFields(order([]), order([]), order(['A'])))).toBe('moved');
  expect(freshnessOf(compareFields(null, null, order([])))).toBe('moved');
});
