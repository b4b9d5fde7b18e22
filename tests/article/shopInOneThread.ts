import { agentDefinitions, agentScripts, startAgent, type AgentDesk } from '../../src/agents';
import { memoryNews, wakeOnNews, type NewsChannel } from '../../src/bus';
import { agents, type AgentName, type WorldEvent } from '../../src/contracts';
import { fixedClock, sha256Hex } from '../../src/kernel';
import { scriptedEngine, type Engine } from '../../src/llm';
import { createWorld, openMemoryStore, raiseEpoch, type LogStore } from '../../src/log';
import { startWorld, type World, type WorldHost } from '../../src/app/world';

/** A whole shop in one thread: the same world and the same agents that run in workers, on a store in memory. */
export interface TestShop {
  readonly world: World;
  readonly store: LogStore;
  /** Ends an agent's thread, as a crash does: the world hears of it, and no code of it runs on. */
  kill(agent: AgentName): Promise<void>;
  /** A new thread for an agent. */
  seat(agent: AgentName): void;
  /** The same in one breath: dead, recorded, and begun again. `settled` waits for it. */
  killAndSeat(agent: AgentName): void;
  /** Resolves when nobody is dying and everybody is done. */
  settled(): Promise<void>;
  /** Everybody's threads end at once, like a closed tab. The store is what remains. */
  close(): void;
  events(): Promise<readonly WorldEvent[]>;
}

export interface ShopOptions {
  readonly store?: LogStore;
  /** Which world of the store; made when the store has none. */
  readonly worldId?: string;
  readonly news?: NewsChannel;
  readonly engine?: Engine;
  /** What runs in place of any engine that is chosen; without it, choosing one changes nothing. */
  readonly model?: Engine;
  readonly seated?: readonly AgentName[];
  /** When the world's clock begins. */
  readonly startMs?: number;
  readonly atService?: WorldHost['atService'];
  readonly snapshotEvery?: number;
  readonly quietMs?: number;
  /** Wraps an agent's desk: to look at what goes over it, or to interfere. */
  readonly wrapDesk?: (agent: AgentName, desk: AgentDesk) => AgentDesk;
}

export const openingMs = Date.UTC(2026, 2, 2, 9);

/** Opens a shop, on a store that was used before or on a fresh one. */
export async function shopInOneThread(options: ShopOptions = {}): Promise<TestShop> {
  const { worldId = 'w', news = memoryNews(), engine = scriptedEngine(agentScripts), seated = agents } = options;
  const store = options.store ?? openMemoryStore();
  if ((await store.worlds()).length === 0) await createWorld(store, { id: worldId, name: 'Test', at: 1 });
  await raiseEpoch(store, worldId);
  const closing = new AbortController();
  let salts = 0;
  const failures: unknown[] = [];
  const world = await startWorld({
    store,
    worldId,
    news,
    real: fixedClock(0),
    startMs: options.startMs ?? openingMs,
    salt: () => sha256Hex(`salt ${salts++}`),
    signal: closing.signal,
    pollMs: 2,
    changed: () => undefined,
    onError: (error) => failures.push(error),
    ...(options.atService ? { atService: options.atService } : {}),
    ...(options.snapshotEvery === undefined ? {} : { snapshotEvery: options.snapshotEvery }),
    ...(options.quietMs === undefined ? {} : { quietMs: options.quietMs }),
  });

  const threads = new Map<AgentName, AbortController>();
  function seat(agent: AgentName) {
    const thread = new AbortController();
    threads.set(agent, thread);
    const desk = deadAfter(thread.signal, world.desk(agent));
    void startAgent(agentDefinitions[agent], {
      desk: options.wrapDesk?.(agent, desk) ?? desk,
      engine,
      ...(options.model ? { engineOf: () => options.model as Engine } : {}),
      wake: wakeOnNews(news, worldId, 2),
      clock: fixedClock(0),
      signal: AbortSignal.any([thread.signal, closing.signal]),
    });
  }
  for (const agent of seated) seat(agent);

  let dying: Promise<void> | null = null;
  async function kill(agent: AgentName) {
    threads.get(agent)?.abort();
    await world.crashed(agent);
  }

  return {
    world,
    store,
    seat,
    kill,
    killAndSeat(agent) {
      const mine: Promise<void> = Promise.resolve(dying)
        .then(() => kill(agent))
        .then(() => seat(agent))
        .finally(() => {
          if (dying === mine) dying = null;
        });
      dying = mine;
    },
    async settled() {
      do {
        await dying;
        await world.settled();
      } while (dying !== null);
    },
    close() {
      for (const thread of threads.values()) thread.abort();
      closing.abort();
      if (failures.length > 0) throw failures[0];
    },
    events: () => world.log.read(0, 1_000_000),
  };
}

/** A desk whose calls go nowhere once its thread is dead: neither do they arrive, nor do their answers come back. */
function deadAfter(signal: AbortSignal, desk: AgentDesk): AgentDesk {
  const never = new Promise<never>(() => undefined);
  const calls = Object.entries(desk).map(([name, call]) => [
    name,
    async (...args: unknown[]) => {
      if (signal.aborted) return never;
      const answer: unknown = await (call as (...args: unknown[]) => Promise<unknown>)(...args);
      return signal.aborted ? never : answer;
    },
  ]);
  return Object.fromEntries(calls) as AgentDesk;
}
