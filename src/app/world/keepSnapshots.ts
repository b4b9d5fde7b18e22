import { captureState, type Log, type Snapshots } from '../../log';
import { viewsFold } from '../../projections';
import type { LiveFolds } from './liveFolds';

/** What keeping snapshots needs. */
export interface SnapshotHost {
  readonly log: Log;
  readonly live: LiveFolds;
  readonly snapshots: Snapshots;
  readonly signal: AbortSignal;
  /** A snapshot after so many events at the latest. */
  readonly every: number;
  /** Resolves when services and agents have nothing to do, and had nothing for a while. */
  idle(): Promise<void>;
  /** Called when one was stored. */
  saved(position: number): void;
  onError(error: unknown): void;
}

/** Fewer new events than this are not worth a snapshot, however quiet it is. */
const worthIt = 100;

/**
 * Stores snapshots while the world goes on: when it is quiet, and after many events also when it is not. Taking a state down is quick;
 * bringing it into its stored form is done chunk by chunk, with a pause after each, so that no turn waits for it.
 */
export function keepSnapshots(host: SnapshotHost): void {
  const { log, live, snapshots, signal } = host;
  let savedAt = live.opening().restoredTo;
  let saving = false;
  let waiting = false;

  function look() {
    if (signal.aborted || saving) return;
    const fresh = live.position() - savedAt;
    // In a long log a snapshot costs more, and a longer tail is a smaller part of it.
    if (fresh >= Math.max(host.every, log.world().head / 50)) void save();
    else if (fresh >= Math.min(worthIt, host.every)) void saveWhenIdle();
  }

  async function saveWhenIdle() {
    if (waiting) return;
    waiting = true;
    await host.idle();
    waiting = false;
    if (live.position() > savedAt) await save();
  }

  async function save() {
    if (saving || signal.aborted) return;
    saving = true;
    try {
      const { head: position, headHash: hash } = log.world();
      // Taken in one breath, so all of them are as of this commit.
      const states = live.held().flatMap(({ fold, state, position: at }) => {
        const keep = fold.name === viewsFold.name ? ('all along the log' as const) : ('newest' as const);
        return at === position ? [{ fold, capture: captureState(state), keep }] : [];
      });
      if (states.length === 0) return;
      savedAt = position;
      if ((await snapshots.save({ position, hash }, states, pause)) === 'kept') host.saved(position);
    } catch (error) {
      // Nothing is lost by having none: the log has it all.
      host.onError(error);
    } finally {
      saving = false;
    }
    look();
  }

  signal.addEventListener('abort', log.onCommit(look));
  look();
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
