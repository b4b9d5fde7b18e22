import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTypes, contractOf, eventTypes, type ProposalType, type WorldEvent } from '../contracts';
import { findBreaches } from './testing/findBreaches.suite';
import { findLooseEnds } from './testing/findLooseEnds.suite';
import { findOvertaking, findUntruths } from './testing/findUntruths.suite';
import { histories, play } from './testing/histories.suite';
import type { Reading } from './testing/openShop.suite';

const proposalTypes = eventTypes.filter((type) => contractOf(type).kind === 'proposal') as ProposalType[];

const readings: readonly (readonly [Reading, string])[] = [
  ['in order', 'each service works off its triggers in order, as in the house'],
  ['any order', 'triggers are worked off in any order at all'],
  ['behind', 'a service knows nothing of the others but what it has read'],
];

describe.each(readings)('%s: %s', (reading) => {
  test('[SVC6] at no moment is anything oversold, paid back twice or promised to the wrong one', () => {
    fc.assert(
      fc.property(histories(300), (acts) => {
        const { log } = play(acts, reading);
        expectNone(log, findBreaches(log));
        if (reading !== 'behind') expectNone(log, findUntruths(log));
        if (reading === 'in order') expectNone(log, findOvertaking(log));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('[SVC7] whenever all is worked off, every proposal has its answer and nobody waits for nothing', () => {
    fc.assert(
      fc.property(histories(200), (acts) => {
        const { log } = play(acts, reading, (soFar) => expectNone(soFar, findLooseEnds(soFar)));
        expectNone(log, findBreaches(log));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

test('[SVC8] the random histories are worth their name: every answer of every proposal occurs in them', () => {
  const seen = new Set<string>();
  for (const acts of fc.sample(histories(300), { numRuns: 400, seed: 7 })) {
    const shop = play(acts, 'in order');
    shop.settle();
    for (const { type } of shop.log) seen.add(type);
  }
  const never = proposalTypes.flatMap(answerTypes).filter((type) => !seen.has(type));
  expect(never).toEqual([]);
}, 60_000);

function expectNone(log: readonly WorldEvent[], breaches: readonly string[]): void {
  const story = () => log.map(({ position, type, data }) => `${position} ${type} ${JSON.stringify(data)}`).join('\n');
  if (breaches.length > 0) expect.fail(`${breaches.join('\n')}\nin this history:\n${story()}`);
}
