import type { TrialView } from '../AgentTools';

/** True when a decision came out the same under both prompts: the same proposals, or given up by the same rule. Words apart, in `raw`, do not count. */
export function isSame({ one, other }: TrialView): boolean {
  const form = (run: TrialView['one']) => JSON.stringify(run && [run.failed?.rule ?? null, run.proposals]);
  return form(one) === form(other);
}
