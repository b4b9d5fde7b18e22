import { parseDraft, type EventId, type Ref, type WorldEvent } from '../contracts';
import { AppError, deepFreeze } from '../kernel';
import { appendQueue, inOtherCompany, type Appended } from './appendQueue';
import { lastPosition, type Commit } from './Commit';
import { keyOf, matches, type Lookup } from './keys';
import type { Checkpoint, LogStore, Range, Side, WorldRow } from './LogStore';
import { recentCommits } from './recentCommits';

/** What is to be committed together. */
export interface AppendRequest {
  /** Unparsed: the log is a door. May be empty when only a checkpoint moves. */
  readonly drafts: readonly unknown[];
  /** Milliseconds since 1970, by the world's clock. */
  readonly at: number;
  /** Refuse when a commit that begins after this position has one of these tags. */
  readonly condition?: {
    readonly after: number;
    readonly tags: readonly string[];
  };
  readonly checkpoint?: Omit<Checkpoint, 'world'>;
  readonly sides?: readonly Side[];
}

/** One world's history. */
export interface Log {
  /** The world as of the last append or `refresh`. */
  world(): WorldRow;
  /** Looks where the head is by now: for a log that somebody else appends to. */
  refresh(): Promise<WorldRow>;
  /**
   * Commits drafts, checkpoint and side texts together or not at all. Appending what is there already changes nothing.
   * @throws InvalidEvent, NotYours, ConditionFailed, EpochLost, LogFull, LogClosed, LogFailed: nothing was written then.
   */
  append(request: AppendRequest): Promise<Appended>;
  /** Events after a position, whole commits, oldest first; at least `limit` of them if there are. No commit that begins past `upTo`. */
  read(after: number, limit: number, upTo?: number): Promise<WorldEvent[]>;
  commits(after: number, limit: number, upTo?: number): Promise<readonly Commit[]>;
  /** The same, straight from the store past anything kept in memory: for checking what is really there. */
  storedCommits(after: number, limit: number): Promise<readonly Commit[]>;
  /** Events that match, oldest first, or newest first with `reverse`. */
  find(lookup: Lookup, range?: Partial<Range>): Promise<WorldEvent[]>;
  event(id: EventId): Promise<WorldEvent | null>;
  checkpoint(reader: string): Promise<Checkpoint>;
  /** What lies in the side store under a ref, or null when it was erased. */
  side(ref: Ref): Promise<Side | null>;
  /** The same for many refs, in their order. */
  sides(refs: readonly Ref[]): Promise<(Side | null)[]>;
  /** The text behind a ref, or null when it was erased. */
  text(ref: Ref): Promise<string | null>;
  /** The texts behind many refs, in their order. */
  texts(refs: readonly Ref[]): Promise<(string | null)[]>;
  /** Hears of every commit made through this log, in order, after it is stored. Returns the way to stop. */
  onCommit(listener: (commit: Commit) => void): () => void;
  readonly store: LogStore;
  /** This world and those it was forked from, youngest first, each with the last position that counts. */
  ancestry(): readonly { readonly world: string; readonly upTo: number }[];
}

/** How a log may be opened. */
export interface LogOptions {
  /** True for the one who leads: nobody else can append at this epoch, so past the head it knows there is nothing to read. */
  readonly leads?: boolean;
}

/**
 * Opens one world of a store.
 * @throws UnknownWorld when the store has no such world.
 */
export async function openLog(store: LogStore, worldId: string, { leads = false }: LogOptions = {}): Promise<Log> {
  const lineage = await lineageOf(store, worldId);
  let row = lineage[0]?.row as WorldRow;
  const listeners = new Set<(commit: Commit) => void>();
  const recent = recentCommits();

  const enqueue = appendQueue({
    store,
    row: () => row,
    noneSince: (keys, after) => recent.noneWith(keys, after, row.head),
    moved: (moved) => {
      row = moved;
      recent.clear();
    },
    committed: (sealed, commits) => {
      row = sealed;
      recent.add(commits);
      for (const commit of commits) for (const listener of listeners) listener(commit);
    },
  });

  /** Reads a world and then its parents, each only as far as its child saw it. */
  async function through(range: Range, read: (world: string, range: Range) => Promise<Commit[]>): Promise<Commit[]> {
    const order = range.reverse ? lineage : [...lineage].reverse();
    const found: Commit[] = [];
    for (const { row: part, upTo } of order) {
      if (found.length >= range.limit) break;
      const bounded = {
        ...range,
        upTo: Math.min(range.upTo, upTo),
        limit: range.limit - found.length,
      };
      found.push(...(await read(part.id, bounded)));
    }
    return deepFreeze(found);
  }

  async function commits(after: number, limit: number, upTo = Infinity): Promise<readonly Commit[]> {
    if (leads && after >= row.head) return [];
    const known = recent.after(after, limit);
    return known ? known.filter(({ first }) => first <= upTo) : fromStore(after, limit, upTo);
  }

  function fromStore(after: number, limit: number, upTo = Infinity): Promise<Commit[]> {
    return through({ after, upTo, limit }, (world, range) => store.commits(world, range));
  }

  async function find(lookup: Lookup, range: Partial<Range> = {}): Promise<WorldEvent[]> {
    const { after = 0, upTo = Infinity, limit = Infinity, reverse = false } = range;
    const found = await through({ after, upTo, limit, reverse }, (world, part) =>
      store.commitsWith(world, keyOf(world, lookup), part),
    );
    const events = found.flatMap((commit) => (reverse ? [...commit.events].reverse() : commit.events));
    return events
      .filter((event) => event.position > after && event.position <= upTo && matches(event, lookup))
      .slice(0, limit);
  }

  /** What a fork shares with its parents happened in it, too: the commit among that with this id. */
  async function inSharedHistory(id: EventId | undefined): Promise<Commit | null> {
    if (id === undefined) return null;
    for (const { row: part, upTo } of lineage.slice(1)) {
      const range = { after: 0, upTo, limit: 1 };
      const [found] = await store.commitsWith(part.id, keyOf(part.id, { id }), range);
      if (found) return deepFreeze(found);
    }
    return null;
  }

  async function side(ref: Ref): Promise<Side | null> {
    for (const { row: part } of lineage) {
      const found = await store.side(part.id, ref);
      if (found) return found;
    }
    return null;
  }

  async function sides(refs: readonly Ref[]): Promise<(Side | null)[]> {
    const found = await Promise.all(lineage.map(({ row: part }) => store.sides(part.id, refs)));
    return refs.map((_ref, at) => found.find((ofPart) => ofPart[at])?.[at] ?? null);
  }

  return {
    store,
    ancestry: () => lineage.map((part) => ({ world: part.row.id, upTo: part.upTo })),
    world: () => row,
    async refresh() {
      const before = row.head;
      row = (await store.worlds()).find((one) => one.id === worldId) ?? row;
      if (row.head !== before) recent.clear();
      return row;
    },
    async append({ drafts, at, condition, checkpoint, sides = [] }) {
      const parsed = drafts.map(parseDraft);
      const checkpoints = checkpoint ? [{ world: worldId, ...checkpoint }] : [];
      const shared = await inSharedHistory(parsed[0]?.id);
      if (!shared) return enqueue({ drafts: parsed, at, condition: condition ?? null, checkpoints, sides });
      if (parsed.some((draft) => !shared.ids.includes(keyOf(shared.world, { id: draft.id })))) throw inOtherCompany();
      await enqueue({ drafts: [], at, condition: null, checkpoints, sides: [] });
      return { events: shared.events, known: true };
    },
    async read(after, limit, upTo = Infinity) {
      const found: WorldEvent[] = [];
      let from = after;
      while (found.length < limit) {
        const most = Math.min(limit - found.length, 1000);
        const next = await commits(from, most, upTo);
        for (const commit of next) {
          for (const event of commit.events) if (event.position > after) found.push(event);
          from = lastPosition(commit);
        }
        // Fewer than there could be: that was the last.
        if (next.length < most) break;
      }
      return found;
    },
    commits,
    storedCommits: fromStore,
    find,
    event: async (id) => (await find({ id }, { limit: 1 }))[0] ?? null,
    checkpoint: async (reader) =>
      (await store.checkpoint(worldId, reader)) ?? {
        world: worldId,
        reader,
        position: 0,
        attempts: 0,
      },
    side,
    text: async (ref) => (await side(ref))?.text ?? null,
    sides,
    texts: async (refs) => (await sides(refs)).map((found) => found?.text ?? null),
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The world and its ancestors, youngest first, each with the last position that counts. */
async function lineageOf(store: LogStore, worldId: string): Promise<{ row: WorldRow; upTo: number }[]> {
  const rows = new Map((await store.worlds()).map((row) => [row.id, row]));
  const lineage: { row: WorldRow; upTo: number }[] = [];
  let upTo = Infinity;
  for (let id: string | null = worldId; id !== null;) {
    const row = rows.get(id);
    if (!row)
      throw new AppError(
        'UnknownWorld',
        `There is no world "${id}". Pick one of ${[...rows.keys()].join(', ') || 'none'}.`,
      );
    lineage.push({ row, upTo });
    upTo = Math.min(upTo, row.forkAt);
    id = row.parent;
  }
  return lineage;
}
