import { seededRandom } from '../../kernel';
import { castOf } from './cast';
import { dayOf } from './dayOf';
import { openingOf } from './openingOf';
import { newDay, type ScenarioStep } from './newDay';

/** The seed whose day is told on the screen, in the samples and in the tests. */
export const demoSeed = 1;

/**
 * A day in the shop, about ten minutes long: the same seed gives the same steps, byte for byte; other seeds have other people,
 * numbers, quantities and times in the same story. A step may count on those before it having been answered (an order ships only
 * when it is confirmed), so a player hands in the next when the services are done with the last.
 */
export function scenario(seed: number): readonly ScenarioStep[] {
  const cast = castOf(seed);
  const random = seededRandom(seed ^ 0x5eed);
  const day = newDay(random);
  const some = (min: number, max: number): number => min + Math.floor(random() * (max - min + 1));
  const mugs = { run: [some(2, 3), some(2, 3), some(2, 3), some(2, 3), some(2, 3)], tooMany: some(4, 5) } as const;
  openingOf(day, cast, mugs);
  dayOf(day, cast, mugs, some);
  return day.steps;
}
