import { plotOf } from '../scenario/labDay';
import type { Scenario } from '../scenario/Scenario';
import { playTelling } from '../tell/playTelling';
import { hurts } from '../trace/Trace';
import { shrink } from './shrink';

/** The smallest schedule that was found, how many were tried, and what it breaks. */
export interface FoundRace {
  readonly scenario: Scenario;
  readonly tries: number;
  readonly inputsBefore: number;
  readonly inputsAfter: number;
}

/**
 * Looks for a schedule on which the telling side does harm, from this one on through the next seeds, and makes it as small as it gets.
 * Null when none of `maxTries` breaks.
 */
export function findRace(from: Scenario, maxTries = 300): FoundRace | null {
  let tries = 0;
  const breaks = (scenario: Scenario): boolean => {
    tries += 1;
    return hurts(playTelling(scenario, { keeps: false }).counters);
  };
  for (let i = 0; i < maxTries; i++) {
    const tried = { ...from, seed: (from.seed + i) >>> 0 };
    if (!breaks(tried)) continue;
    const { products, inputs } = plotOf(tried);
    const written: Scenario = { ...tried, play: { kind: 'script', products: [...products], inputs: [...inputs] } };
    const scenario = shrink(written, breaks);
    return { scenario, tries, inputsBefore: inputs.length, inputsAfter: plotOf(scenario).inputs.length };
  }
  return null;
}
