import { crashesOf } from '../scenario/chances';
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

/** Of so many harmful schedules the smallest is taken. */
const candidates = 3;

/**
 * Looks for schedules on which the telling side does harm, from this one on through the next seeds, makes them as small as they get and
 * hands out the smallest. Null when none of `maxTries` does. `onTry` hears of each run that was played.
 */
export function findRace(
  from: Scenario,
  maxTries = 300,
  onTry: (tries: number) => void = () => undefined,
): FoundRace | null {
  let tries = 0;
  let seen = 0;
  let best: Omit<FoundRace, 'tries'> | null = null;
  const breaks = (scenario: Scenario): boolean => {
    tries += 1;
    onTry(tries);
    return hurts(playTelling(scenario, { keeps: false }).counters);
  };
  for (let i = 0; i < maxTries; i++) {
    const tried = { ...from, seed: (from.seed + i) >>> 0 };
    if (!breaks(tried)) continue;
    const { products, inputs } = plotOf(tried);
    // Written out, so that a crash stays where it is when something else is left out.
    const crashes = crashesOf(tried, inputs.at(-1)?.atMs ?? 0).map((crash) => ({ kind: 'crash' as const, ...crash }));
    const written: Scenario = {
      ...tried,
      play: { kind: 'script', products: [...products], inputs: [...inputs] },
      faults: { ...tried.faults, crashes: 0 },
      byHand: [...tried.byHand.filter((fault) => fault.kind !== 'crash'), ...crashes],
    };
    const scenario = breaks(written) ? shrink(written, breaks) : written;
    const inputsAfter = plotOf(scenario).inputs.length;
    seen += 1;
    if (inputsAfter < (best?.inputsAfter ?? Infinity)) best = { scenario, inputsBefore: inputs.length, inputsAfter };
    if (seen === candidates) break;
  }
  return best && { ...best, tries };
}
