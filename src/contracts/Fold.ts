import type { WorldEvent } from './event';

/**
 * A state that follows from the events alone: the same history gives the same state. `evolve` may write into the state it is given and
 * return it, but what lies in a Map or Set of it is replaced, never edited: a snapshot of it is taken while the world goes on.
 */
export interface Fold<State> {
  readonly name: string;
  /** Another one whenever the shape or the meaning of the state changes: snapshots of older ones are then dropped. */
  readonly version: string;
  open(): State;
  evolve(state: State, event: WorldEvent): State;
}
