import type { Fold, WorldEvent } from '../../contracts';
import type { Commit, Log, Snapshots, Unusable } from '../../log';

/** A fold's state as it is held here. */
export interface Held {
  readonly fold: Fold<unknown>;
  readonly state: unknown;
  readonly position: number;
}

/** How a world was opened: what came from snapshots, and what had to be folded. */
export interface Opening {
  /** The position up to which all folds were restored; 0 when the whole log was folded. */
  readonly restoredTo: number;
  /** Events that were read and folded before the world was open. */
  readonly folded: number;
  /** Snapshots that could not be used. */
  readonly unusable: readonly Unusable[];
}

/** States that follow the log commit by commit. */
export interface LiveFolds {
  /** The position they are at. */
  position(): number;
  /** The one state of this fold, written into as the world goes on. */
  stateOf<State>(fold: Fold<State>): State;
  held(): readonly Held[];
  /**
   * Folds what is in the log since the snapshots, then every commit as it is made, before anybody hears of it. `onEvent` sees each event after
   * the restored position once, in order.
   */
  follow(onEvent: (event: WorldEvent) => void): Promise<void>;
  /** Folds what is in the log by now: for a log that somebody else appends to. */
  catchUp(): Promise<void>;
  opening(): Opening;
  /** Events after a position that were folded here, oldest first; null when not all of them are at hand. */
  tailAfter(position: number): readonly WorldEvent[] | null;
}

const readAtOnce = 2000;
/** So many of the newest events are kept at hand, for those who show them. */
const tailLength = 1000;

/** Restores folds from the newest snapshots that can be used; what has none begins at the first event. */
export async function liveFolds(
  log: Log,
  snapshots: Snapshots,
  folds: readonly Fold<unknown>[],
  dropUnusable = false,
): Promise<LiveFolds> {
  const unusable: Unusable[] = [];
  const held = await Promise.all(
    folds.map(async (fold) => {
      const restored = await snapshots.restore(fold, { unusable: (found) => unusable.push(found) });
      return { fold, state: restored?.state ?? fold.open(), position: restored?.position ?? 0 };
    }),
  );
  // They can only be in the way. If this fails, they are found unusable again.
  if (dropUnusable && unusable.length > 0) await snapshots.drop(unusable).catch(() => undefined);

  const restoredTo = Math.min(...held.map(({ position }) => position));
  let position = restoredTo;
  let folded = 0;
  let tail: WorldEvent[] = [];
  let listen: (event: WorldEvent) => void = () => undefined;

  const fold = (event: WorldEvent) => {
    if (event.position <= position) return;
    for (const one of held) {
      if (event.position <= one.position) continue;
      one.state = one.fold.evolve(one.state, event);
      one.position = event.position;
    }
    position = event.position;
    tail.push(event);
    if (tail.length > 2 * tailLength) tail = tail.slice(-tailLength);
    listen(event);
  };

  async function catchUp() {
    for (;;) {
      const events = await log.read(position, readAtOnce);
      events.forEach(fold);
      if (events.length < readAtOnce) return;
    }
  }

  return {
    position: () => position,
    held: () => held.map(({ fold: one, state, position: at }) => ({ fold: one, state, position: at })),
    stateOf<State>(wanted: Fold<State>) {
      const one = held.find(({ fold: { name } }) => name === wanted.name);
      if (!one) throw new Error(`Nobody folds "${wanted.name}" here.`);
      return one.state as State;
    },
    async follow(onEvent) {
      listen = onEvent;
      log.onCommit((commit: Commit) => {
        // While the past is being read, new commits are read like old ones.
        if (commit.first === position + 1) commit.events.forEach(fold);
      });
      await catchUp();
      folded = position - restoredTo;
    },
    catchUp,
    tailAfter(after) {
      const first = tail[0]?.position ?? position + 1;
      return after + 1 < first ? null : tail.slice(after + 1 - first);
    },
    opening: () => ({ restoredTo, folded, unusable }),
  };
}
