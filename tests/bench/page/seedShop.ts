import { agents, services } from '../../../src/contracts';
import { demoSeed, scenario } from '../../../src/intake';
import { createWorld, openLog, type Appended } from '../../../src/log';
import { openDexieStore } from '../../../src/log/dexie';
import { longHistory } from './longHistory';
import { openRaw } from './rawRecords';

/** How many appends are under way at once; the log gathers them into transactions. */
const atOnce = 512;

/** Writes a history of `count` events into the app's own database, by the log's own code, with every reader at its end. */
export async function seedShop(database: string, count: number): Promise<number> {
  const world = 'shop-1';
  const store = await openDexieStore(database);
  await createWorld(store, { id: world, name: 'shop 1', at: 1 });
  const log = await openLog(store, world, { leads: true });
  let underWay: Promise<Appended>[] = [];
  for (const { drafts, at, sides } of longHistory(count, world)) {
    underWay.push(log.append({ drafts, at, sides }));
    if (underWay.length < atOnce) continue;
    await Promise.all(underWay);
    underWay = [];
  }
  await Promise.all(underWay);

  const { head } = log.world();
  const readers = [...services.map((name) => `service:${name}`), ...agents.map((name) => `agent:${name}`)];
  const checkpoints = [
    ...readers.map((reader) => ({ reader, position: head })),
    // The seeded day is over here.
    { reader: 'scenario', position: scenario(demoSeed).length },
  ];
  for (const checkpoint of checkpoints) {
    await log.append({ drafts: [], at: 0, checkpoint: { ...checkpoint, attempts: 0 } });
  }
  store.close();
  return head;
}

/** The same history as bare records: returns how long reading all of them takes, and holds them from then on. */
export async function holdRawEvents(count: number): Promise<number> {
  const raw = await openRaw('raw-history');
  for (const events of inBatches(longHistory(count, 'raw').flatMap((commit) => commit.events)))
    await raw.putAll(events);
  const times: number[] = [];
  for (let time = 0; time < 3; time++) {
    const start = performance.now();
    // In a global, or the bundler sees that nobody reads it and drops it.
    Object.assign(globalThis, { held: await raw.readAll() });
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[1] ?? NaN;
}

function* inBatches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += 5000) yield all.slice(from, from + 5000);
}
