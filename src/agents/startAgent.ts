import { systemClock, type Clock } from '../kernel';
import type { DataOf, EventId, WorldEvent } from '../contracts';
import { openKnowledge, type Embedder } from '../knowledge';
import type { Engine } from '../llm';
import type { AgentDesk } from './AgentDesk';
import type { AgentDefinition, AnyAgent } from './defineAgent';
import { keepShelf } from './shelf';
import { takeTurn } from './takeTurn';
import type { Wake } from './Wake';

export interface AgentOptions {
  readonly desk: AgentDesk;
  readonly engine: Engine;
  /** The engine the shopkeeper chose for it, as far as the log was read; without it, and where nobody chose, `engine` is. */
  readonly engineOf?: (chosen: ChosenEngine) => Engine;
  readonly wake: Wake;
  readonly signal: AbortSignal;
  /** Only for the milliseconds in a transcript. */
  readonly clock?: Clock;
  /** What there is to search by meaning; asked before each turn, as it may come later than the work. Without it: by words alone. */
  readonly embedder?: () => Embedder | null;
}

/** An engine and one of its models, as EngineChosen names them. */
export type ChosenEngine = Pick<DataOf<'EngineChosen'>, 'engine' | 'model'>;

const batch = 500;
// Its checkpoint is written when it has passed over something it is tuned in to, or at last after so many events.
const skipEvery = 200;

/**
 * Runs an agent until the signal aborts. It reads the log from the beginning to rebuild memory and knowledge, goes on from its
 * checkpoint, and needs nobody's greeting. It holds nothing that the log does not: end its thread at any moment, start it again.
 *
 * @throws whatever the desk throws, when the desk is lost.
 */
export async function startAgent<M, D>(definition: AgentDefinition<M, D>, options: AgentOptions): Promise<void> {
  try {
    await work(definition, options);
  } catch (error) {
    // Told to stop in the middle of a turn: that turn has not happened.
    if (!options.signal.aborted) throw error;
  }
}

async function work(agent: AnyAgent, options: AgentOptions): Promise<void> {
  const {
    desk,
    engine: rules,
    engineOf = () => rules,
    wake,
    signal,
    clock = systemClock,
    embedder = () => null,
  } = options;
  const tunedTo = new Set<string>(agent.tunedTo);
  const knowledge = openKnowledge();
  agent.shelf.forEach((document) => knowledge.upsert(document));
  let memory = agent.open();

  let saved = await desk.checkpoint();
  let engine = rules;
  let read = 0;
  let dueSkip = false;
  while (!signal.aborted) {
    const events = await desk.events(read, batch);
    if (events.length === 0) {
      await skip();
      await wake.next(signal);
    }
    for (const event of events) {
      if (signal.aborted) return;
      read = event.position;
      observe(event);
      if (event.position > saved) await dealWith(event);
    }
  }

  function observe(event: WorldEvent): void {
    if (event.type === 'EngineChosen' && event.data.agent === agent.name) engine = engineOf(event.data);
    keepShelf(agent, event, knowledge);
    if (!tunedTo.has(event.type) && event.by !== agent.name) return;
    memory = agent.remember(memory, event);
    for (const document of agent.learn(event, memory)) knowledge.upsert(document);
  }

  async function dealWith(event: WorldEvent): Promise<void> {
    const trigger = await triggerOf(event);
    if (trigger) knowledge.useEmbedder(embedder());
    const end = trigger && (await takeTurn(agent, trigger, { memory, knowledge, desk, engine, rules, clock, signal }));
    if (end === 'settled' && trigger === event) saved = event.position;
    else dueSkip ||= trigger !== null || tunedTo.has(event.type);
  }

  async function skip(): Promise<void> {
    if (read > saved && (dueSkip || read - saved >= skipEvery)) {
      await desk.skip(read);
      saved = read;
    }
    dueSkip = false;
  }

  async function triggerOf(event: WorldEvent): Promise<WorldEvent | null> {
    if (event.type === 'AgentRetried') return event.data.agent === agent.name ? find(event.data.trigger) : null;
    return tunedTo.has(event.type) && agent.wakesOn(event, memory) ? event : null;
  }

  /** A trigger handed back by the shopkeeper lies anywhere before; that is rare enough to look for it from the beginning. */
  async function find(id: EventId): Promise<WorldEvent | null> {
    for (
      let after = 0, events;
      (events = await desk.events(after, batch)).length > 0;
      after = events.at(-1)!.position
    ) {
      const found = events.find((event) => event.id === id);
      if (found) return found;
    }
    return null;
  }
}
