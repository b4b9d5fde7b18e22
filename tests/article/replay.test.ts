import { beforeAll, describe, expect, test } from 'vitest';
import { deciders } from '../../src/app/world';
import { replay } from '../../src/history';
import { canonicalJson } from '../../src/kernel';
import { createWorld, hashOf, openLog, openMemoryStore, verify, type Commit, type Log } from '../../src/log';
import { walk } from './acceptanceWalk';
import { shopInOneThread } from './shopInOneThread';

/** The commits of a day that was really played, and of the walk of the article after it. */
let played: readonly Commit[];
let log: Log;

beforeAll(async () => {
  const shop = await shopInOneThread();
  await walk(shop);
  for (let n = 0; n < 30; n++) await shop.world.player.step();
  await shop.settled();
  log = shop.world.log;
  played = await log.storedCommits(0, Infinity);
  shop.close();
}, 60_000);

/** A log with these commits, each sealed anew after the one before it: what somebody would make who edits and knows how to seal. */
async function sealedAnew(commits: readonly Pick<Commit, 'events'>[]): Promise<Log> {
  const store = openMemoryStore();
  await createWorld(store, { id: 'w', name: 'Edited', at: 1 });
  let [head, previous] = [0, '0'.repeat(64)];
  for (const [n, { events }] of commits.entries()) {
    const real = played[n] as Commit;
    if (n === 0) previous = real.previous;
    const hash = hashOf(previous, events);
    const commit = { ...real, previous, hash, events, text: canonicalJson(events) };
    const write = { commit, condition: null, checkpoints: [], sides: [] };
    expect(await store.write({ world: 'w', epoch: 1, head, writes: [write] })).toEqual({ result: 'done' });
    head = real.first + events.length - 1;
    previous = hash;
  }
  return openLog(store, 'w');
}

const edited = (type: string, change: (data: Record<string, unknown>) => object) => {
  const at = played.findIndex(({ events }) => events.some((event) => event.type === type));
  const commits = played.map(({ events }, n) => ({
    events: events.map((event) =>
      n === at && event.type === type ? ({ ...event, data: change(event.data) } as typeof event) : event,
    ),
  }));
  const position = played[at]?.events.find((event) => event.type === type)?.position ?? 0;
  return { commits, position };
};

describe('a replay without a model', () => {
  test('[RPL1] a played history comes to the same seal: facts are decided again, decisions are read', async () => {
    const found = await replay(log, deciders());
    const events = played.flatMap((commit) => commit.events);
    expect(found).toMatchObject({ exact: true, events: events.length, hash: log.world().headHash, divergence: null });
    expect(found.decidedAgain).toBe(events.filter(({ kind }) => kind === 'fact').length);
    expect(found.decisionsRead).toBe(events.filter(({ type }) => type === 'AgentDecided').length);
    expect(found.decisionsRead).toBeGreaterThan(5);
  });

  test('[RPL2] a fact that was edited and sealed anew passes every seal, and is found here: the position, and what differs', async () => {
    const { commits, position } = edited('RefundProcessed', (data) => ({
      ...data,
      cents: Number(data['cents']) + 500,
    }));
    const forged = await sealedAnew(commits);
    expect(await verify(forged)).toMatchObject({ intact: true });
    const { exact, divergence, events } = await replay(forged, deciders());
    expect(exact).toBe(false);
    expect(divergence).toMatchObject({ position, because: 'order-state decides RefundProcessed with other content' });
    expect(divergence?.differences.map(({ path }) => path)).toEqual(['data.cents']);
    expect(Number(divergence?.differences[0]?.a) - Number(divergence?.differences[0]?.b)).toBe(500);
    expect(events).toBeLessThan(position);
    expect(divergence?.cause?.type).toBe('RefundRequested');
    // A whole batch of hundreds of seals is bisected, not walked through.
    expect(played.length).toBeGreaterThan(100);
    expect(divergence?.lookedAt).toBeLessThan(10);
  });

  test('[RPL2] a proposal that was edited and sealed anew shows at the first fact that does not follow from it', async () => {
    const { commits, position } = edited('RefundRequested', (data) => ({
      ...data,
      cents: Number(data['cents']) * 1000,
    }));
    const { divergence } = await replay(await sealedAnew(commits), deciders());
    expect(divergence?.position).toBeGreaterThan(position);
    expect(divergence?.recorded.type).toBe('RefundProcessed');
    expect(divergence?.because).toBe('order-state decides RefundRejected here; the log has RefundProcessed');
  });

  test('[RPL2] a fact that nobody decided is found, too', async () => {
    const { commits, position } = edited('StockReserved', (data) => data);
    const shifted = commits.map(({ events }) => ({
      events: events.map((event) =>
        event.position === position ? { ...event, id: `${event.id.slice(0, -1)}x` as typeof event.id } : event,
      ),
    }));
    const { divergence } = await replay(await sealedAnew(shifted), deciders());
    expect(divergence).toMatchObject({ position, replayed: null });
  });

  test('[RPL2] wherever a fact is edited, the bisection comes to exactly that position; where a service throws, to that one', async () => {
    const facts = played.filter(({ events }) => events[0]?.type === 'StockReserved').slice(0, 3);
    expect(facts.length).toBe(3);
    for (const { first } of facts) {
      const commits = played.map((commit) => ({
        events: commit.events.map((event) =>
          event.position === first ? { ...event, correlationId: 'x' as typeof event.correlationId } : event,
        ),
      }));
      const { divergence, events } = await replay(await sealedAnew(commits), deciders());
      expect(divergence).toMatchObject({ position: first, differences: [{ path: 'correlationId', a: 'x' }] });
      expect(events).toBe(first - 1);
    }
    const real = deciders();
    const throwing = {
      ...real,
      answer: (...asked: Parameters<typeof real.answer>) => {
        if (asked[1].type === 'RefundRequested') throw new Error('no such unit');
        return real.answer(...asked);
      },
    };
    const { divergence } = await replay(log, throwing);
    expect(divergence?.because).toBe('order-state cannot decide here: no such unit');
    expect(divergence?.recorded.type).toBe('RefundProcessed');
  });

  test('[RPL3] it can be stopped', async () => {
    await expect(replay(log, deciders(), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'Cancelled' });
  });
});
