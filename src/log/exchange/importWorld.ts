import { agents, isOneOf, type AgentName, type Draft, type EventId, type WorldEvent } from '../../contracts';
import { AppError, derivedId, oneLine } from '../../kernel';
import { headAfter, type Commit } from '../Commit';
import { createWorld } from '../createWorld';
import { idsOf, keysOf } from '../keys';
import type { Checkpoint, LogStore, WorldRow, Write } from '../LogStore';
import { openLog } from '../openLog';
import type { Watched } from './exportWorld';
import type { ExportedCommit, ExportReport } from './ExportReport';
import { parseExport } from './parseExport';

/** What one transaction takes at most, so that a large file neither fills the memory nor blocks the database. */
const batch = { commits: 1000, chars: 4_000_000 };

/** A file that was taken in, as the world it is now; or the first bad line, and then there is no such world. */
export interface Imported {
  readonly report: ExportReport;
  readonly world: WorldRow | null;
}

/**
 * Writes an export into a world of its own, which nobody sees before the last line has proven good. Its commits keep their bytes and so
 * their hashes; the agents rest in it until somebody looks. When anything fails, a full disk included, the world is removed again.
 * @param into the id of the new world (there must be none yet) and the time it is made.
 * @throws Cancelled, LogFull, LogFailed, LogClosed: nothing of the file is left then.
 */
export async function importWorld(
  store: LogStore,
  lines: AsyncIterable<string> | Iterable<string>,
  { into, ...watched }: Watched & { readonly into: { readonly id: string; readonly at: number } },
): Promise<Imported> {
  const { id } = into;
  const writer = batchWriter(store, id);
  const resting = new Map<AgentName, boolean>();
  const checkpoints: Checkpoint[] = [];
  let begun = false;
  try {
    const report = await parseExport(lines, {
      ...watched,
      taker: {
        async header({ name }) {
          await createWorld(store, { id, name: `${oneLine(name, 180)} (imported)`, at: into.at, incomplete: true });
          begun = true;
        },
        async commit(commit) {
          for (const event of commit.events) noteRest(resting, event);
          await writer.add(commit);
        },
        reader: ({ reader, position, attempts }) => void checkpoints.push({ world: id, reader, position, attempts }),
      },
    });
    if (!report.intact) {
      await writer.settled();
      if (begun) await store.removeWorld(id);
      return { report, world: null };
    }
    await writer.end(checkpoints);
    await restAll(store, id, resting);
    return { report, world: await store.changeWorld(id, (row) => ({ ...row, incomplete: false })) };
  } catch (error) {
    await writer.settled();
    // What cannot be removed now stays invisible and is removed by the next import.
    if (begun) await store.removeWorld(id).catch(() => undefined);
    throw error;
  }
}

/** Removes what imports left behind that never came to their end. To be called only while none is under way. */
export async function removeIncomplete(store: LogStore): Promise<void> {
  for (const row of await store.worlds()) if (row.incomplete) await store.removeWorld(row.id);
}

function batchWriter(store: LogStore, world: string) {
  let waiting: Write[] = [];
  let chars = 0;
  let head = 0;
  let writing: Promise<void> = Promise.resolve();

  async function write(batched: { readonly head: number; readonly writes: readonly Write[] }) {
    const outcome = await store.write({ world, epoch: 1, ...batched });
    if (outcome.result === 'done') return;
    throw new AppError('LogFailed', `Somebody else wrote into the world that is being imported. Import it again.`);
  }

  /** Has what waits written, while more of the file is read: one batch at a time, the next waits for it. */
  async function flush() {
    const batched = { head, writes: waiting };
    for (const { commit } of waiting) if (commit) head = headAfter(commit).head;
    [waiting, chars] = [[], 0];
    await writing;
    writing = write(batched);
    // Whoever adds or ends next hears of it.
    writing.catch(() => undefined);
  }

  return {
    /** Resolves when nothing is being written any more, however that ended. */
    settled: () => writing.catch(() => undefined),
    async add({ first, previous, hash, events, text, texts }: ExportedCommit) {
      const commit: Commit = {
        world,
        first,
        previous,
        hash,
        events,
        text,
        keys: keysOf(world, events),
        ids: idsOf(world, events),
      };
      const sides = texts.map(({ ref, subject, salt, text: words }) => ({ world, ref, subject, salt, text: words }));
      waiting.push({ commit, condition: null, checkpoints: [], sides });
      chars += sides.reduce((sum, side) => sum + side.text.length, 0);
      if (waiting.length >= batch.commits || chars >= batch.chars) await flush();
    },
    async end(checkpoints: readonly Checkpoint[]) {
      waiting.push({ commit: null, condition: null, checkpoints, sides: [] });
      await flush();
      await writing;
    },
  };
}

function noteRest(resting: Map<AgentName, boolean>, event: WorldEvent): void {
  if (isOneOf(event, ['AgentPaused', 'AgentResumed'])) resting.set(event.data.agent, event.type === 'AgentPaused');
}

/** Lets every agent rest that does not rest already. */
async function restAll(store: LogStore, id: string, resting: ReadonlyMap<AgentName, boolean>): Promise<void> {
  const log = await openLog(store, id);
  const { head, headHash } = log.world();
  const drafts = agents
    .filter((agent) => !resting.get(agent))
    .map((agent): Draft => {
      const own = derivedId('shopkeeper', `${id}-${head}-${headHash}`, `rest-${agent}`) as EventId;
      return { id: own, type: 'AgentPaused', data: { agent }, by: 'shopkeeper', causationId: null, correlationId: own };
    });
  // The log's time never runs backwards: this is the time of its last event.
  if (drafts.length > 0) await log.append({ drafts, at: 0 });
}
