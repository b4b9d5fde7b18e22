import type { WorldEvent } from '../../contracts';
import type { Commit, Log } from '../../log';
import {
  foldEvent,
  foldInvariants,
  openInvariants,
  openViews,
  type InvariantStates,
  type Views,
} from '../../projections';

/** Views and invariants that follow the log commit by commit. */
export interface LiveViews {
  readonly views: Views;
  readonly invariants: InvariantStates;
  /** The position they are at. */
  position(): number;
  /** Folds what is in the log by now: for a log that somebody else appends to. */
  catchUp(): Promise<void>;
}

/**
 * Rebuilds all views from the log, then folds every commit as it is made, before anybody hears of it. `onEvent` sees each event once, in
 * order.
 */
export async function liveViews(log: Log, onEvent: (event: WorldEvent) => void): Promise<LiveViews> {
  const views = openViews();
  const invariants = openInvariants();
  let position = 0;
  const fold = (event: WorldEvent) => {
    if (event.position <= position) return;
    foldEvent(views, event);
    foldInvariants(invariants, event);
    position = event.position;
    onEvent(event);
  };
  log.onCommit((commit: Commit) => {
    // During the rebuild below, new commits are read like old ones.
    if (commit.first === position + 1) commit.events.forEach(fold);
  });
  async function catchUp() {
    for (;;) {
      const events = await log.read(position, 2000);
      if (events.length === 0) return;
      events.forEach(fold);
    }
  }
  await catchUp();
  return { views, invariants, position: () => position, catchUp };
}
