import { proxy, transfer, wrap, type Remote } from 'comlink';
import { agents, type AgentName } from '../../contracts';
import agentUrl from '../../workers/agent.worker?worker&url';
import worldUrl from '../../workers/world.worker?worker&url';
import type { AgentDoor } from '../agent';
import { trustedUrl } from '../trustedUrl';
import type { SharedNames, WorldDoor, WorldListener, WorldUpdate } from '../world';

/** What the page hears of its threads. */
export interface ThreadListener {
  opening(): void;
  elsewhere(): void;
  update(update: WorldUpdate): void;
  failed(code: string, message: string): void;
}

/** The page's threads: one world, three agents. Any of them may die at any moment. */
export interface Threads {
  /**
   * Asks the world. When its thread dies before it answers, the next one is asked, so what is asked must be harmless to ask twice.
   */
  ask<T>(use: (world: Remote<WorldDoor>) => Promise<T>): Promise<T>;
  /** Begins a new thread for an agent that has none. */
  startAgent(name: AgentName): Promise<void>;
  killAgent(name: AgentName): Promise<void>;
  isAlive(name: AgentName): boolean;
  /** Kills the world's thread and begins another on the same log; living agents are given new desks. */
  restartWorld(): Promise<void>;
  /** Kills everything and begins anew, perhaps with another world. */
  restartAll(): Promise<void>;
}

interface WorldThread {
  readonly worker: Worker;
  readonly door: Remote<WorldDoor>;
  readonly ready: Promise<void>;
  readonly died: Promise<void>;
  die(): void;
}

interface AgentThread {
  readonly worker: Worker;
  readonly door: Remote<AgentDoor>;
}

/** Starts the world and its agents. */
export function startThreads(names: SharedNames, listener: ThreadListener): Threads {
  const agentThreads = new Map<AgentName, AgentThread>();
  let worldId = '';
  let world = startWorld();

  function startWorld(): WorldThread {
    listener.opening();
    const worker = new Worker(trustedUrl(worldUrl), { type: 'module', name: 'world' });
    const door = wrap<WorldDoor>(worker);
    let die: () => void = () => undefined;
    const died = new Promise<void>((resolve) => (die = resolve));
    const heard: WorldListener = {
      elsewhere: () => listener.elsewhere(),
      failed: (code, message) => listener.failed(code, message),
      update(update) {
        worldId = update.snapshot.world.id;
        listener.update(update);
      },
      atCrashPoint(who) {
        if (who === 'world') void threads.restartWorld();
        else void threads.killAgent(who);
      },
    };
    const thread = { worker, door, died, die, ready: Promise.resolve() };
    worker.onerror = (event) =>
      listener.failed('ThreadFailed', event.message || 'The thread of the shop could not start.');
    const ready = door.open(names, proxy(heard)).then(() => Promise.all(agents.map((name) => seat(name, door))));
    ready.catch((error: unknown) => {
      if (thread !== world && world) return;
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      listener.failed(name, message);
    });
    return Object.assign(thread, { ready: ready.then(() => undefined) });
  }

  /** Gives an agent a desk in this world, and a thread if it has none. */
  async function seat(name: AgentName, door: Remote<WorldDoor>): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    const thread = agentThreads.get(name) ?? startAgentThread(name);
    agentThreads.set(name, thread);
    await door.connect(name, transfer(port1, [port1]));
    await thread.door.sit(transfer(port2, [port2]), names.channel, worldId);
  }

  function startAgentThread(name: AgentName): AgentThread {
    const worker = new Worker(trustedUrl(agentUrl), { type: 'module', name });
    worker.onerror = () => void threads.killAgent(name);
    return { worker, door: wrap<AgentDoor>(worker) };
  }

  const threads: Threads = {
    async ask(use) {
      for (;;) {
        const { door, ready, died } = world;
        const answer = ready.then(() => use(door)).then((value) => ({ value }));
        const first = await Promise.race([answer, died]);
        if (first) return first.value;
      }
    },
    isAlive: (name) => agentThreads.has(name),
    startAgent: async (name) => {
      if (!agentThreads.has(name)) await threads.ask((door) => seat(name, door));
    },
    async killAgent(name) {
      const thread = agentThreads.get(name);
      if (!thread) return;
      agentThreads.delete(name);
      thread.worker.terminate();
      await threads.ask((door) => door.crashed(name));
    },
    async restartWorld() {
      const old = world;
      old.worker.terminate();
      world = startWorld();
      old.die();
      await world.ready;
    },
    async restartAll() {
      for (const { worker } of agentThreads.values()) worker.terminate();
      agentThreads.clear();
      await threads.restartWorld();
    },
  };
  return threads;
}
