import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../contracts';
import { createWorld, openLog, openMemoryStore, type Log } from '../log';
import { droppingNews, memoryNews, subscribe, wakeOnNews, type News, type NewsChannel, type Subscription } from '.';

const report = (id: string) => ({
  id,
  type: 'StockReceiptReported',
  data: { sku: 'MUG-1', qty: 1, reorderId: null },
  by: 'supplier',
  external: true,
  causationId: null,
  correlationId: id,
});

const answerTo = (event: WorldEvent) => ({
  id: `inventory-service-${event.id}`,
  type: 'StockReceiptRefused',
  data: { rule: 'test-rule', because: 'a test', about: [] },
  by: 'inventory-service',
  causationId: event.id,
  correlationId: event.correlationId,
  answers: event.id,
});

async function openTestLog(): Promise<Log> {
  const store = openMemoryStore();
  await createWorld(store, { id: 'w', name: 'Test', at: 1 });
  return openLog(store, 'w');
}

/** News as bad as it gets: each announcement is lost, said twice, held back, or let out behind a later one. */
function faultyNews(faults: readonly ('lose' | 'double' | 'hold' | 'pass')[]): NewsChannel {
  const inner = memoryNews();
  const held: News[] = [];
  let n = 0;
  return {
    ...inner,
    announce(item) {
      const fault = faults[n++ % Math.max(1, faults.length)] ?? 'pass';
      if (fault === 'hold') return void held.push(item);
      if (fault !== 'lose') inner.announce(item);
      if (fault === 'double') inner.announce(item);
      for (const late of held.splice(0).reverse()) inner.announce(late);
    },
  };
}

/** Runs a reader that answers every report, until `count` answers are in the log. */
async function runUntil(log: Log, news: NewsChannel, count: number, over: Partial<Subscription> = {}) {
  const stop = new AbortController();
  const seen: string[] = [];
  const all = new Promise<void>((resolve) => {
    const check = () => void (seen.length >= count && resolve());
    log.onCommit((commit) => {
      for (const event of commit.events) if (event.answers) seen.push(event.answers);
      check();
    });
    if (count === 0) resolve();
  });
  const running = subscribe({
    reader: 'r',
    log,
    wake: wakeOnNews(news, 'w', 2),
    signal: stop.signal,
    handle: (event) =>
      Promise.resolve(event.type === 'StockReceiptReported' ? { drafts: [answerTo(event)], at: 1 } : null),
    onError: (error) => {
      throw error;
    },
    ...over,
  });
  return {
    done: all.then(async () => {
      stop.abort();
      await running;
    }),
    stop: () => stop.abort(),
  };
}

describe('a durable subscription', () => {
  test('[BUS1] [BUS3] under any lost, doubled, held back or reordered news, every event has its effect once', async () => {
    const fault = fc.constantFrom('lose', 'double', 'hold', 'pass' as const);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 12 }),
        async (faults, n) => {
          const log = await openTestLog();
          const news = faultyNews(faults);
          log.onCommit((commit) => news.announce({ world: 'w', position: commit.first, topics: ['inventory_events'] }));
          const run = await runUntil(log, news, n);
          for (let i = 0; i < n; i++) await log.append({ drafts: [report(`e${i}`)], at: 1 });
          await run.done;
          const events = await log.read(0, 1000);
          const answers = events.flatMap((event) => event.answers ?? []);
          expect(answers).toEqual(Array.from({ length: n }, (_, i) => `e${i}`));
        },
      ),
      { numRuns: 30 },
    );
  });

  test('[BUS2] stopped at any point and started again, it goes on where its checkpoint is', async () => {
    for (let stopAfter = 0; stopAfter <= 5; stopAfter++) {
      const log = await openTestLog();
      const news = memoryNews();
      for (let i = 0; i < 5; i++) await log.append({ drafts: [report(`e${i}`)], at: 1 });
      await (
        await runUntil(log, news, stopAfter)
      ).done;
      await (
        await runUntil(log, news, 5 - (await answered(log)))
      ).done;
      expect(await answered(log)).toBe(5);
      expect(new Set((await log.read(0, 100)).map((event) => event.id)).size).toBe(10);
    }
  });

  test('[BUS5] when the world moved under it, it looks again; a thrown error ends it with nothing written', async () => {
    const log = await openTestLog();
    await log.append({ drafts: [report('e0')], at: 1 });
    let looks = 0;
    const run = await runUntil(log, memoryNews(), 1, {
      async handle(event) {
        if (event.type !== 'StockReceiptReported') return null;
        looks += 1;
        const after = log.world().head;
        if (looks === 1) await log.append({ drafts: [report('e1')], at: 1 });
        if (looks > 2) return null;
        return { drafts: [answerTo(event)], at: 1, condition: { after, tags: ['sku:MUG-1'] } };
      },
    });
    await run.done;
    expect(looks).toBe(2);

    const errors: unknown[] = [];
    const failing = await openTestLog();
    await failing.append({ drafts: [report('e0')], at: 1 });
    await subscribe({
      reader: 'r',
      log: failing,
      wake: wakeOnNews(memoryNews(), 'w', 2),
      signal: new AbortController().signal,
      handle: () => Promise.reject(new Error('no')),
      onError: (error, event) => errors.push([String(error), event?.id]),
    });
    expect(errors).toEqual([['Error: no', 'e0']]);
    expect((await failing.checkpoint('r')).position).toBe(0);
  });
});

test('[BUS1] dropping the next announcements drops exactly those', () => {
  const heard: number[] = [];
  const news = droppingNews(memoryNews());
  news.listen((item) => heard.push(item.position));
  news.dropNext(2);
  for (const position of [1, 2, 3, 4]) news.announce({ world: 'w', position, topics: [] });
  expect(heard).toEqual([3, 4]);
  expect(news.counts()).toEqual({ toDrop: 0, dropped: 2 });
});

async function answered(log: Log): Promise<number> {
  return (await log.read(0, 1000)).filter((event) => event.answers).length;
}
