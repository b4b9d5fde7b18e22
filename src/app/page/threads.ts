import { proxy, transfer, wrap, type Remote } from 'comlink';
import { agents, type AgentName } from '../../contracts';
import { isAppError } from '../../kernel';
import agentUrl from '../../workers/agent.worker?worker&url';
import worldUrl from '../../workers/world.worker?worker&url';
import type { AgentDoor } from '../agent';
import { trustedUrl } from '../trustedUrl';
import { fetchWordVectors } from './fetchWordVectors';
import { serveEngine } from './models';
import type { SharedNames, WorldActs, WorldDoor, WorldListener, WorldUpdate } from '../world';

/** What the page hears of its threads. */
export interface ThreadListener {
  opening(): void;
  update(update: WorldUpdate): void;
  /** This tab leads now, with a thread that has just begun. */
  leads(): void;
  failed(code: string, message: string): void;
}

/** The page's threads: one world, and three agents while this tab leads. Any of them may die at any moment. */
export interface Threads {
  /**
   * Asks the world. When its thread dies before it answers, the next one is asked, so what is asked must be harmless to ask twice.
   */
  ask<T>(use: (world: Remote<WorldDoor>) => Promise<T>): Promise<T>;
  /** Has something done by the leader, wherever it is. */
  act<K extends keyof WorldActs>(name: K, ...args: Parameters<WorldActs[K]>): ReturnType<WorldActs[K]>;
  /** Hands the word vectors to the agents that search by meaning, and from now on to each that begins. Not needed to begin work. */
  handOutVectors(): void;
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
  /** True once it was asked whether it wants word vectors. */
  asked: boolean;
  /** Stops what it still waits for from a model. */
  leaveModels: () => void;
}

/** Starts the world's thread; the agents' follow when this tab leads. */
export function startThreads(names: SharedNames, listener: ThreadListener): Threads {
  const agentThreads = new Map<AgentName, AgentThread>();
  let vectorsAreDue = false;
  let world = beginWorld();

  function beginWorld(): WorldThread {
    listener.opening();
    const worker = new Worker(trustedUrl(worldUrl), { type: 'module', name: 'world' });
    const door = wrap<WorldDoor>(worker);
    let die: () => void = () => undefined;
    const died = new Promise<void>((resolve) => (die = resolve));
    // What a thread says after it was replaced is not heard.
    const current = () => world?.worker === worker;
    const heard: WorldListener = {
      failed: (code, message) => current() && listener.failed(code, message),
      update: (update) => current() && listener.update(update),
      leads(worldId) {
        if (!current()) return;
        listener.leads();
        for (const name of agents) void seat(name, door, worldId);
      },
      follows: () => current() && endAgents(),
      beginAnew: () => current() && restart(),
      beginThread: (name) => current() && void ask((alive) => alive.worldId()).then((id) => seat(name, door, id)),
      endThread: (who) => current() && (who === 'world' ? restartWorld() : endAgent(who)),
    };
    worker.onerror = (event) => {
      if (current()) listener.failed('ThreadFailed', event.message || 'The thread of the shop could not start.');
    };
    const ready = door.open(names, proxy(heard));
    ready.catch((error: unknown) => current() && report(error));
    return { worker, door, ready, died, die };
  }

  function report(error: unknown): void {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    listener.failed(name, message);
  }

  /** Gives an agent a desk in this world, and a thread if it has none. */
  async function seat(name: AgentName, door: Remote<WorldDoor>, worldId: string): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    const thread = agentThreads.get(name) ?? beginAgent(name);
    agentThreads.set(name, thread);
    const models = new MessageChannel();
    thread.leaveModels();
    thread.leaveModels = serveEngine(name, models.port1);
    await door.connect(name, transfer(port1, [port1]));
    await thread.door.sit(transfer(port2, [port2]), names.channel, worldId, transfer(models.port2, [models.port2]));
    if (vectorsAreDue) void handVectorsTo(thread);
  }

  function beginAgent(name: AgentName): AgentThread {
    const worker = new Worker(trustedUrl(agentUrl), { type: 'module', name });
    worker.onerror = () => endAgent(name);
    return { worker, door: wrap<AgentDoor>(worker), asked: false, leaveModels: () => undefined };
  }

  async function handVectorsTo(thread: AgentThread): Promise<void> {
    if (thread.asked) return;
    thread.asked = true;
    if (!(await thread.door.searchesByMeaning())) return;
    // Without them it goes on by words alone, and its transcripts say so; the next thread asks again.
    const files = await fetchWordVectors().catch(() => null);
    if (files) await thread.door.takeWordVectors(transfer(files, Object.values(files) as ArrayBuffer[]));
  }

  /** Terminates an agent's thread, and has the world record it. */
  function endAgent(name: AgentName): void {
    const thread = agentThreads.get(name);
    if (!thread) return;
    agentThreads.delete(name);
    thread.leaveModels();
    thread.worker.terminate();
    ask((door) => door.crashed(name)).catch((error: unknown) => {
      // On a full disk not even this can be saved. When another tab leads now, the end of a thread here is nothing.
      if (!isAppError(error, 'EpochLost')) report(error);
    });
  }

  /** The agents belong beside the leader: when that is elsewhere, their threads here end. Nothing of theirs is lost. */
  function endAgents(): void {
    for (const { worker, leaveModels } of agentThreads.values()) {
      leaveModels();
      worker.terminate();
    }
    agentThreads.clear();
  }

  function restartWorld(): void {
    const old = world;
    old.worker.terminate();
    world = beginWorld();
    old.die();
  }

  function restart(): void {
    endAgents();
    restartWorld();
  }

  async function ask<T>(use: (world: Remote<WorldDoor>) => Promise<T>): Promise<T> {
    for (;;) {
      const { door, ready, died } = world;
      const answer = ready.then(() => use(door)).then((value) => ({ value }));
      const first = await Promise.race([answer, died]);
      if (first) return first.value;
    }
  }

  return {
    ask,
    handOutVectors() {
      if (vectorsAreDue) return;
      vectorsAreDue = true;
      for (const thread of agentThreads.values()) void handVectorsTo(thread);
    },
    act<K extends keyof WorldActs>(name: K, ...args: Parameters<WorldActs[K]>) {
      const id = crypto.randomUUID();
      return ask((door) => door.act(id, name, args)) as ReturnType<WorldActs[K]>;
    },
  };
}
