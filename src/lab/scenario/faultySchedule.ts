import { agents } from '../../contracts';
import { seededRandom } from '../../kernel';
import type { Scenario } from './Scenario';

/** A busy stretch of a day under a random mix of faults that follows from the seed: what the campaign plays by the thousand. */
export function faultySchedule(seed: number): Scenario {
  const random = seededRandom(seed ^ 0xfa17);
  const upTo = (max: number) => Math.floor(random() * (max + 1));
  return {
    v: 1,
    seed,
    play: { kind: 'day', minutes: 2, gapMs: 1_500 },
    faults: {
      lossPercent: upTo(20),
      delayMs: upTo(3_000),
      doublePercent: upTo(20),
      reorderPercent: upTo(30),
      crashes: upTo(4),
      slowAgent: agents[upTo(2)]!,
      slowTimes: 1 + upTo(9),
      skewMs: upTo(10_000) - 5_000,
    },
    byHand: [],
    retries: 1,
  };
}
