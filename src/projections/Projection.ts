import type { WorldEvent } from '../contracts';

/**
 * A read model: a pure fold of the log. Same log, same view. A projection owns the view it folds, so `evolve` may write into it; the rows
 * inside are replaced, never edited. Every row has `changedAt`, the position of the last event that touched it.
 */
export interface Projection<View> {
  readonly name: string;
  /** Raised whenever the shape or the meaning of the view changes: older snapshots are then dropped. */
  readonly version: number;
  open(): View;
  evolve(view: View, event: WorldEvent): View;
}
