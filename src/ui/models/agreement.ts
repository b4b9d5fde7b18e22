import type { TrialView } from '../AgentTools';

/** How a model did on decisions that were taken once: what came of each, and what it cost. */
export interface Agreement {
  /** Of these; what could not be thought through again does not count. */
  readonly decisions: number;
  /** It came to the same acts, whatever it wrote in them, and the services had accepted all of them. */
  readonly same: number;
  /** It came to acts, and to others. */
  readonly other: number;
  /** It came to nothing that could be used. */
  readonly givenUp: number;
  /** Why the first of those was given up. */
  readonly because: string | null;
  readonly tokens: { readonly read: number; readonly written: number };
}

/** Sums up what a model made of recorded decisions. */
export function agreementOf(trials: readonly TrialView[]): Agreement {
  const runs = trials.flatMap(({ one, verdicts }) => (one ? [{ one, verdicts }] : []));
  const failed = runs.flatMap(({ one }) => one.failed ?? []);
  const same = runs.filter(
    ({ one, verdicts }) =>
      !one.failed &&
      verdicts.every(({ verdict }) => verdict !== 'refused') &&
      typesOf(one.proposals) === typesOf(verdicts),
  ).length;
  const sum = (of: 'read' | 'written') => runs.reduce((total, { one }) => total + (one.tokens?.[of] ?? 0), 0);
  return {
    decisions: runs.length,
    same,
    other: runs.length - same - failed.length,
    givenUp: failed.length,
    because: failed[0]?.because ?? null,
    tokens: { read: sum('read'), written: sum('written') },
  };
}

const typesOf = (acts: readonly { readonly type: string }[]) =>
  acts
    .map(({ type }) => type)
    .toSorted()
    .join();
