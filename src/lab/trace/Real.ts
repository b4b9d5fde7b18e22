import type { Counters } from './Trace';

/** How far a run on real threads has come: of its moments, and in events written. */
export interface RealProgress {
  readonly done: number;
  readonly of: number;
  readonly events: number;
}

/** What the shared side came to on real threads and a real database. Nothing of it is repeatable to the byte; the promises hold all the same. */
export interface RealEnd {
  /** In the form both sides are compared in. */
  readonly world: string;
  readonly counters: Counters;
  readonly broken: readonly string[];
  readonly events: number;
  readonly newsLost: number;
  readonly crashes: number;
  readonly refusals: number;
  readonly meanWaitMs: number;
  readonly ms: number;
}
