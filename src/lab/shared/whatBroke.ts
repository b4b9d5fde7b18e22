import { verify, type Log } from '../../log';
import { lights, type InvariantStates, type Views } from '../../projections';
import type { Counters } from '../trace/Trace';

/** What must always hold and does not at the end of a run on the shared side, in words. */
export async function whatBroke(
  world: { readonly log: Log; readonly views: Views; readonly invariants: InvariantStates },
  counters: Counters,
  failures: readonly string[],
): Promise<string[]> {
  const { intact, because } = await verify(world.log);
  return [
    ...failures,
    ...(intact ? [] : [`the log is bad: ${because}`]),
    ...lights(world.invariants).flatMap((light) => (light.ok ? [] : [`${light.id}: ${light.because}`])),
    ...(world.views.proposals.waiting.size > 0
      ? [`${world.views.proposals.waiting.size} proposals have no answer`]
      : []),
    ...(counters.lostWork > 0 ? [`${counters.lostWork} things are at nobody's desk`] : []),
    ...(counters.disagreements > 0
      ? [`${counters.disagreements} facts were never read by somebody tuned in to them`]
      : []),
  ];
}
