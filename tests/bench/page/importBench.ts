import { startWorld } from '../../../src/app/world';
import { memoryNews } from '../../../src/bus';
import type { WorldEvent } from '../../../src/contracts';
import { openIndex, planImport, readShopFiles } from '../../../src/intake';
import { defaultCurrency, systemClock } from '../../../src/kernel';
import { createWorld } from '../../../src/log';
import { openDexieStore } from '../../../src/log/dexie';
import { largeShop, type ShopSize } from './largeShop';

/** What an import took, in milliseconds, and how long a decision takes in the shop it made. */
export interface ImportTimes {
  readonly bytes: number;
  readonly readMs: number;
  /** From the first part handed in until the last is answered: products, stock, customers, methods and orders. */
  readonly importMs: number;
  /** The part of it that the orders took. */
  readonly ordersMs: number;
  readonly events: number;
  readonly decideMs: readonly number[];
}

const worldId = 'shop-1';

/** Imports a large world file into an empty shop, by the door of every import, and then asks for `decisions` things one by one. */
export async function importLargeShop(size: ShopSize, decisions: number): Promise<ImportTimes> {
  const store = await openDexieStore(`import-${size.orders}`);
  await createWorld(store, { id: worldId, name: 'shop 1', at: 1 });
  const stopping = new AbortController();
  const failures: unknown[] = [];
  const world = await startWorld({
    store,
    worldId,
    news: memoryNews(),
    real: systemClock,
    startMs: Date.UTC(2026, 2, 2, 9),
    salt: () => crypto.randomUUID(),
    signal: stopping.signal,
    changed: () => undefined,
    onError: (error) => failures.push(error),
  });

  const bytes = new TextEncoder().encode(JSON.stringify(largeShop(size)));
  let start = performance.now();
  const records = readShopFiles([{ name: 'large.json', bytes }], () => null);
  const plan = planImport(records, openIndex(defaultCurrency), 'large');
  const readMs = performance.now() - start;
  if (plan.skipped.length > 0) throw new Error(`${plan.skipped.length} skipped, first: ${plan.skipped[0]?.because}`);

  start = performance.now();
  let ordersStart = 0;
  for (let from = 0; from < plan.steps.length;) {
    const kind = plan.steps[from]?.act.kind;
    if (kind === 'importOrders') ordersStart ||= performance.now();
    // As many at once as the page hands in.
    const parts = plan.steps.slice(from, from + 4).filter(({ act }) => act.kind === kind);
    await Promise.all(parts.map(({ inputId, act }) => world.door.submit(inputId, act)));
    await world.answered();
    from += parts.length;
  }
  const end = performance.now();
  if (failures.length > 0) throw failures[0] as Error;

  const decideMs: number[] = [];
  for (let n = 0; n < decisions; n++) decideMs.push(await oneDecision(n));
  const events = world.log.world().head;
  stopping.abort();
  store.close();
  return { bytes: bytes.length, readMs, importMs: end - start, ordersMs: end - ordersStart, events, decideMs };

  /** From the moment a proposal is in the log until its answer is. */
  async function oneDecision(n: number): Promise<number> {
    const orderId = `o-${n * 20}`;
    const asked: { at: number; id: string | null } = { at: 0, id: null };
    const answered = new Promise<number>((resolve) => {
      const stop = world.log.onCommit(({ events: committed }) => {
        const isAnswer = (event: WorldEvent) => event.answers !== undefined && event.answers === asked.id;
        const proposal = committed.find((event) => event.type === 'CancellationRequested');
        if (proposal) Object.assign(asked, { id: proposal.id, at: performance.now() });
        if (!committed.some(isAnswer)) return;
        stop();
        resolve(performance.now() - asked.at);
      });
    });
    await world.door.submit(`cancel-${n}`, { kind: 'cancelOrder', orderId });
    const ms = await answered;
    await world.answered();
    return ms;
  }
}
