import { startWorld, type World } from '../../src/app/world';
import { memoryNews } from '../../src/bus';
import { services as serviceNames, type WorldEvent } from '../../src/contracts';
import { openIndex, planImport, type ShopRecords } from '../../src/intake';
import { AppError, defaultCurrency, fixedClock } from '../../src/kernel';
import { createWorld, openLog, openMemoryStore, type LogStore } from '../../src/log';
import { askShop } from './askShop';
import type { Action } from './Action';
import { booksOfEvents } from './booksOfEvents';
import type { Books } from './Books';

const opensAt = Date.UTC(2026, 2, 2, 9);

/** A shop in one thread, without assistants: log, services and views, and somebody who asks. */
export interface EvalShop {
  readonly world: World;
  /** Proposes an action as of `basis`, and says what became of it. The same name again changes nothing. */
  ask(action: Action, customerId: string, name: string, basis: number): Promise<Answer>;
  books(): Promise<Books>;
  close(): void;
}

/** What the shop made of a proposal: null when it was accepted. */
export interface Answer {
  readonly refused: string | null;
}

/** Takes a world file in by the door of every import, and returns the store that holds it. */
export async function importedShop(records: ShopRecords): Promise<LogStore> {
  const store = openMemoryStore();
  await createWorld(store, { id: 'eval', name: 'eval', at: 1 });
  const shop = await openEvalShop(store, 'eval');
  const plan = planImport(records, openIndex(defaultCurrency), 'eval-import');
  for (const { inputId, act } of plan.steps) {
    await shop.world.door.submit(inputId, act);
    await shop.world.answered();
  }
  shop.close();
  return store;
}

/** A world of its own that begins where the imported one ends: what happens in one is not in the other. */
export async function freshShop(store: LogStore, id: string): Promise<EvalShop> {
  const parent = (await store.worlds()).find((row) => row.id === 'eval');
  if (!parent) throw new AppError('UnknownWorld', 'The store holds no imported world.');
  await store.addWorld({ ...parent, id, name: id, parent: parent.id, forkAt: parent.head });
  const log = await openLog(store, id, { leads: true });
  for (const name of serviceNames) {
    const checkpoint = { reader: `service:${name}`, position: parent.head, attempts: 0 };
    await log.append({ drafts: [], at: 0, checkpoint });
  }
  return openEvalShop(store, id);
}

async function openEvalShop(store: LogStore, worldId: string): Promise<EvalShop> {
  const stopping = new AbortController();
  let failed: unknown = null;
  let salts = 0;
  const world = await startWorld({
    store,
    worldId,
    news: memoryNews(),
    real: fixedClock(0),
    startMs: opensAt,
    salt: () => `salt-${salts++}`,
    signal: stopping.signal,
    changed: () => undefined,
    onError: (error) => (failed = error),
  });
  const { log } = world;
  return {
    world,
    async ask(action, customerId, name, basis) {
      const { draft, sides } = askShop(log, action, customerId, name, basis);
      await log.append({ drafts: [draft], at: world.clock.now(), sides });
      await world.answered();
      if (failed) throw failed as Error;
      const story = await log.find({ correlation: draft.correlationId });
      const answer = story.find((event) => event.answers === draft.id);
      if (!answer) throw new Error(`${draft.type} of ${name} got no answer`);
      return { refused: 'rule' in answer.data ? `${answer.data.rule}: ${answer.data.because}` : null };
    },
    books: async () => booksOfEvents(await allEvents(world), (ref) => log.text(ref as never)),
    close: () => stopping.abort(),
  };
}

async function allEvents({ log }: World): Promise<WorldEvent[]> {
  return log.read(0, Infinity);
}
