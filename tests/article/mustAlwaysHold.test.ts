import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/kernel';
import { foldAll, foldInvariants, lights, openInvariants, viewsToJson } from '../../src/projections';
import { naiveViews } from '../../src/projections/told/naiveViews';
import { histories, play } from '../../src/services/testing/histories.suite';

function played(acts: Parameters<typeof play>[0], reading: Parameters<typeof play>[1]) {
  const shop = play(acts, reading);
  shop.settle();
  return shop.log;
}

test.each(['in order', 'any order'] as const)(
  '[INV0] whatever is tried, the services keep every light on, working off their triggers %s',
  (reading) => {
    fc.assert(
      fc.property(histories(200), (acts) => {
        const states = openInvariants();
        for (const event of played(acts, reading)) foldInvariants(states, event);
        expect(lights(states).filter((light) => !light.ok)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  },
);

test('[VIEW2] the views of what the services did are those of a naive look through the whole history', () => {
  fc.assert(
    fc.property(histories(120), (acts) => {
      const log = played(acts, 'in order');
      const naive = Object.fromEntries(Object.entries(naiveViews).map(([name, rows]) => [name, rows(log)]));
      expect(canonicalJson(viewsToJson(foldAll(log), { places: false }))).toBe(canonicalJson(naive));
    }),
    { numRuns: 60 },
  );
});
