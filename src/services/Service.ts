import type { z } from 'zod';
import type { Contracts, EventOf, FactType, ProposalType, ServiceName, WorldEvent } from '../contracts';

/** A fact as a service decides it; the runner adds id, time, cause and signature. */
export type FactDraft = {
  [T in FactType]: {
    readonly type: T;
    readonly data: z.input<Contracts[T]['schema']>;
    readonly belongs?: Belongs;
  };
}[FactType];

/** A fact that comes of a proposal which waited: it belongs to the proposal's story, not to that of whatever ended the waiting. */
export interface Belongs {
  readonly to: WorldEvent;
  /** True for the proposal's answer. */
  readonly answers: boolean;
}

/** A business refusal: the id of the rule (listed in the room's README) and the reason in words that a customer could read. */
export interface Refusal {
  readonly rejected: string;
  readonly because: string;
  /** With rule `stale-basis`: the positions of the facts that came in between. */
  readonly moved?: readonly number[];
}

/** No answer yet: the proposal waits for somebody else, as these facts say. Whoever ends the waiting answers it. */
export interface Waiting {
  readonly waits: readonly FactDraft[];
}

/** What became of a proposal: facts, the first of which is its answer, or a refusal, or it waits. */
export type Decision = readonly [FactDraft, ...FactDraft[]] | Refusal | Waiting;

/**
 * A service owns one piece of the truth. Three pure functions: `decide` answers a proposal, `react` follows up on somebody's fact,
 * `evolve` folds any event into the state both look at. No clock, no chance, no IO: time is `event.at`.
 *
 * A service owns the state it folds: `evolve` may write into it and return it; what lies in its Maps and Sets is replaced, never
 * edited, because snapshots of it are taken.
 */
export interface Service<State> {
  readonly name: ServiceName;
  /** Raised whenever the state has another shape or meaning: older snapshots are then dropped. */
  readonly version: number;
  /** A fresh state, before the first event. */
  open(): State;
  evolve(state: State, event: WorldEvent): State;
  /** One function for each proposal that this service answers. */
  readonly decide: {
    readonly [T in ProposalType]?: (state: State, proposal: EventOf<T>) => Decision;
  };
  /** What follows by itself from a fact; none is often the answer. */
  readonly react: {
    readonly [T in FactType]?: (state: State, fact: EventOf<T>) => readonly FactDraft[];
  };
}
