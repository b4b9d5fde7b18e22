import type { Fold } from '../../contracts';
import { lastPosition } from '../Commit';
import type { Log } from '../openLog';
import type { Capture } from './captureState';
import { decodeState } from './decodeState';
import { encodeState, type KnownChunks } from './encodeState';
import type { SnapshotKey, SnapshotResult, SnapshotRow } from './SnapshotStore';
import { thinOut } from './thinOut';

/** A state that was read back, at the position it stands for. The events after it are to be folded into it. */
export interface Restored<State> {
  readonly state: State;
  readonly position: number;
}

/** A snapshot that was not used, and why. */
export interface Unusable extends SnapshotKey {
  readonly because: string;
}

/** What is to be stored of a fold. */
export interface TakenState {
  readonly fold: Pick<Fold<unknown>, 'name' | 'version'>;
  readonly capture: Capture;
  /** `all along the log` for what somebody may want to see as of long ago; of the rest only the newest two are kept. */
  readonly keep: 'all along the log' | 'newest';
}

/** The snapshots of one log. */
export interface Snapshots {
  /**
   * The state of the newest snapshot at or before a position that can be used, of this world or of those it was forked from; null when there is
   * none. `unusable` hears of those that could not: another version, not of this history, ahead of it, unreadable.
   */
  restore<State>(
    fold: Fold<State>,
    options?: { readonly upTo?: number; readonly unusable?: (found: Unusable) => void },
  ): Promise<Restored<State> | null>;
  /** Stores states as of the commit that ends at a position and has this hash, chunk by chunk; what has not changed is not written again. */
  save(
    at: { readonly position: number; readonly hash: string },
    states: readonly TakenState[],
    pause?: () => Promise<void>,
  ): Promise<SnapshotResult>;
  /** Where snapshots of this world itself are, newest first. */
  list(): Promise<SnapshotRow[]>;
  drop(which: readonly SnapshotKey[]): Promise<void>;
}

/**
 * From this position on chunks are stored deflated. A short log opens sooner from text; the states of a long one would take hundreds of megabytes.
 */
const deflatedFrom = 200_000;

/** Opens the snapshots of a log. Only whoever leads saves. */
export function openSnapshots(log: Log): Snapshots {
  const { store } = log;
  /** The chunks of the state of each fold that was last restored or saved. */
  const known = new Map<string, KnownChunks>();

  async function list(): Promise<SnapshotRow[]> {
    return newestFirst(await store.snapshots(log.world().id));
  }

  async function faultOf(row: SnapshotRow, version: string): Promise<string | null> {
    if (row.version !== version) return `it is of another version (${row.version}, now ${version})`;
    const [commit] = await log.commits(row.position - 1, 1);
    if (!commit || lastPosition(commit) !== row.position) return 'the log has no commit that ends there';
    return commit.hash === row.hash ? null : 'the log has another commit there';
  }

  return {
    list,
    drop: (which) => store.dropSnapshots(log.world().id, which),
    async restore<State>(
      fold: Fold<State>,
      { upTo = Infinity, unusable = () => undefined }: Parameters<Snapshots['restore']>[1] = {},
    ) {
      const rows = await Promise.all(
        log
          .ancestry()
          .map(async (part) => (await store.snapshots(part.world)).filter(({ position }) => position <= part.upTo)),
      );
      const candidates = rows.flat().filter((row) => row.name === fold.name && row.position <= upTo);
      for (const row of newestFirst(candidates)) {
        const { name, position } = row;
        try {
          const because = await faultOf(row, fold.version);
          if (because === null) {
            const decoded = await decodeState(row, (digests) => store.chunks(row.world, digests));
            // Chunks of a parent are not this world's.
            if (row.world === log.world().id) known.set(name, decoded.known);
            return { state: decoded.state as State, position };
          }
          unusable({ name, position, because });
        } catch (error) {
          unusable({ name, position, because: error instanceof Error ? error.message : String(error) });
        }
      }
      return null;
    },
    async save({ position, hash }, states, pause) {
      const { id: world, epoch, head } = log.world();
      const rows = await list();
      const stored = new Set(rows.flatMap(({ chunks }) => chunks));
      const fresh: SnapshotRow[] = [];
      const drop: SnapshotKey[] = [];
      for (const { fold, capture, keep } of states) {
        const { name, version } = fold;
        const encoded = await encodeState(
          capture,
          known.get(name) ?? (new Map() as KnownChunks),
          async (digest, text) => {
            if (stored.has(digest)) return;
            await store.addChunks([{ world, digest, text }], position > deflatedFrom);
            stored.add(digest);
          },
          pause,
        );
        const { outline, chunks } = encoded;
        fresh.push({ world, name, version, position, hash, outline, chunks });
        known.set(name, encoded.known);
        const positions = [position, ...rows.filter((row) => row.name === name).map((row) => row.position)];
        const gone =
          keep === 'newest' ? [...new Set(positions)].sort((a, b) => b - a).slice(2) : thinOut(positions, head);
        drop.push(...gone.map((one) => ({ name, position: one })));
      }
      // The rows come last, in one transaction: until then the snapshots before are what there is.
      const result = await store.addSnapshots(world, epoch, fresh, drop);
      if (result !== 'kept') known.clear();
      return result;
    },
  };
}

function newestFirst(rows: readonly SnapshotRow[]): SnapshotRow[] {
  return [...rows].sort((a, b) => b.position - a.position);
}
