import type { WorldEvent } from '../../contracts';

/**
 * Something that must always hold, as a fold of the events alone: it believes neither the views nor the services, so it can catch
 * both. An invariant owns its state; `evolve` may write into it, but what lies in its Maps and Sets is replaced, never edited.
 */
export interface Invariant<State> {
  readonly id: `INV${number}`;
  /** Raised whenever it remembers or checks something else: older snapshots are then dropped. */
  readonly version: number;
  /** The promise, as one plain sentence. */
  readonly says: string;
  open(): State;
  evolve(state: State, event: WorldEvent): State;
  /** The first violation; null while the promise holds. */
  broken(state: State): Violation | null;
}

/** A promise that did not hold. Whoever looks at the world as it was before `position` finds it unbroken. */
export interface Violation {
  readonly position: number;
  /** What is wrong in words, with the event and its position. */
  readonly because: string;
}

/** What an invariant remembers of the events so far, and the first violation. */
export interface Watch<Memory> {
  readonly memory: Memory;
  violation: Violation | null;
}

/** Raised when a watch takes another form: older snapshots are then dropped. */
export const watchVersion = 2;

/**
 * Declares an invariant by one function: `check` takes the next event into its memory and says what is wrong with it, if anything is.
 * After the first violation nothing more is checked: what follows from a broken history proves nothing.
 */
export function defineInvariant<Memory>(spec: {
  readonly id: `INV${number}`;
  readonly version?: number;
  readonly says: string;
  open(): Memory;
  check(memory: Memory, event: WorldEvent): string | null;
}): Invariant<Watch<Memory>> {
  return {
    id: spec.id,
    version: spec.version ?? 1,
    says: spec.says,
    open: () => ({ memory: spec.open(), violation: null }),
    evolve(watch, event) {
      if (watch.violation !== null) return watch;
      const wrong = spec.check(watch.memory, event);
      if (wrong === null) return watch;
      const { type, position } = event;
      watch.violation = { position, because: `${wrong} (${type} at position ${position})` };
      return watch;
    },
    broken: (watch) => watch.violation,
  };
}
