import { proxy, type ProxyMarked } from 'comlink';
import { forkHere, historyDoor, type Held } from '../../../src/app/world';
import { createWorld, exportWorld, importWorld, linesOf, openLog, type Appended, type Log } from '../../../src/log';
import { openDexieStore } from '../../../src/log/dexie';
import { longHistory } from './longHistory';

/** A long history that is looked into: where it was seeded, it is held until the page goes. */
interface History {
  readonly head: number;
  /** How the world was after an event, as a screen is told. */
  at(position: number, held: Held | null): Promise<unknown>;
  /** Milliseconds that a fork at a position takes. */
  fork(position: number): Promise<number>;
}

/** Writes `count` events and opens their history; every commit is one of an ordinary shop. */
export async function openHistory(count: number): Promise<History & ProxyMarked> {
  const log = await seeded(`bench-time-${count}`, count);
  const door = historyDoor(log);
  let forks = 0;
  return proxy({
    head: log.world().head,
    at: (position: number, held: Held | null) => door.at(position, held),
    async fork(position: number) {
      forks += 1;
      const start = performance.now();
      await forkHere(log, { id: `fork-${forks}`, name: `Fork ${forks}`, position }, Date.now());
      return performance.now() - start;
    },
  });
}

/** Events per second that an export of `count` events writes, and that are checked and taken in from it as another world. */
export async function moveHouse(count: number): Promise<{ exportPerSec: number; importPerSec: number }> {
  const log = await seeded('bench-move', count);
  const { head } = log.world();
  const pieces: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const started = performance.now();
  let piece = '';
  for await (const line of exportWorld(log)) {
    piece += line;
    if (piece.length < 512 * 1024) continue;
    pieces.push(encoder.encode(piece));
    piece = '';
  }
  pieces.push(encoder.encode(piece));
  const exported = performance.now();
  const { world } = await importWorld(log.store, linesOf(pieces), { into: { id: 'copy', at: 2 } });
  if (!world) throw new Error('Expected the export to be taken in, it was not.');
  return {
    exportPerSec: (1000 * head) / (exported - started),
    importPerSec: (1000 * head) / (performance.now() - exported),
  };
}

async function seeded(database: string, count: number): Promise<Log> {
  indexedDB.deleteDatabase(database);
  const store = await openDexieStore(database);
  await createWorld(store, { id: 'w', name: 'bench', at: 1 });
  const log = await openLog(store, 'w', { leads: true });
  let underWay: Promise<Appended>[] = [];
  for (const { drafts, at, sides } of longHistory(count, 'w')) {
    underWay.push(log.append({ drafts, at, sides }));
    if (underWay.length < 512) continue;
    await Promise.all(underWay);
    underWay = [];
  }
  await Promise.all(underWay);
  return log;
}
