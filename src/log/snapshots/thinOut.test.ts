import fc from 'fast-check';
import { expect, test } from 'vitest';
import { thinOut } from './thinOut';

/** What is left when a snapshot was taken every so often, and thinned out each time. */
function kept(every: number, head: number): number[] {
  let positions: number[] = [];
  for (let at = every; at <= head; at += every) {
    positions.push(at);
    const gone = new Set(thinOut(positions, at));
    positions = positions.filter((position) => !gone.has(position));
  }
  return positions;
}

test('[SNAP8] any position is a fold away that is at most a third of its distance to the head, or a few snapshots long', () => {
  const positions = kept(2000, 1_000_000);
  const inOrder = [0, ...positions];
  for (const [at, position] of positions.entries()) {
    const gap = position - (inOrder[at] ?? 0);
    expect(gap).toBeLessThanOrEqual(Math.max(4000, (1_000_000 - (inOrder[at] ?? 0)) / 3));
  }
  expect(positions.length).toBeLessThan(60);
  expect(positions.at(-1)).toBe(1_000_000);
});

test('[SNAP8] the newest two stay, whatever there is', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1 }),
      fc.nat(10_000),
      (positions, more) => {
        const newest = [...positions].sort((a, b) => b - a);
        const gone = thinOut(positions, (newest[0] ?? 0) + more);
        for (const position of newest.slice(0, 2)) expect(gone).not.toContain(position);
        for (const position of gone) expect(positions).toContain(position);
      },
    ),
  );
});
