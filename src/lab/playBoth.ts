import type { Scenario } from './scenario/Scenario';
import { playShared } from './shared/playShared';
import { playTelling } from './tell/playTelling';
import type { LabRun } from './trace/Trace';

/** Plays one scenario on both sides: the same customers at the same moments, the same faults, the same seed. */
export async function playBoth(scenario: Scenario, options: { keeps?: boolean } = {}): Promise<LabRun> {
  return { tell: playTelling(scenario, options), shared: await playShared(scenario, options) };
}
