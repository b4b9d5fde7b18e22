import { turnSteps } from '../../agents';
import type { AgentName, EventId, WorldEvent } from '../../contracts';
import { readMail, type ImportAct, type PageAct } from '../../intake';
import { AppError } from '../../kernel';
import { openEmptyWorld, openWorld, putAside, removeWorld, resetWorld, undoReset } from './chooseWorld';
import { forkHere, type ForkWish } from './forkHere';
import { takeImport, type ImportOutcome } from './takeImport';
import type { World } from './startWorld';

/** What only the page can do: begin and end threads. */
export interface ThreadKeeper {
  /** The world is another now, or this tab has lost the lead: end all threads here and begin anew. */
  beginAnew(): void;
  beginThread(agent: AgentName): void;
  endThread(who: 'world' | AgentName): void;
}

/** Everything that changes something. The leader does it; other tabs ask the leader. */
export interface WorldActs {
  /** What a visitor does; the rest of what can come from outside is the scenario's to say. */
  submit(inputId: string, input: PageAct): Promise<readonly WorldEvent[]>;
  /** Reads a file as a mail and takes it in. The same bytes twice are one mail when it carries a Message-ID. */
  takeMail(inputId: string, bytes: Uint8Array): Promise<readonly WorldEvent[]>;
  /** Hands one part of an import in to the world that is meant, and resolves when the services have dealt with it. Handing it in again changes nothing. */
  takeImport(worldId: string, inputId: string, act: ImportAct): Promise<ImportOutcome>;
  pause(agent: AgentName): Promise<void>;
  /** Lets a paused agent work again, and gives a crashed one a new thread. */
  resume(agent: AgentName): Promise<void>;
  allowOne(agent: AgentName): Promise<void>;
  retry(agent: AgentName, failure: EventId): Promise<void>;
  /** Records what an agent is to reason with from here on. */
  chooseEngine(agent: AgentName, engine: string, model: string): Promise<void>;
  /** Ends a thread, now or where it next comes to this step. */
  crash(who: 'world' | AgentName, atStep: string | null): Promise<void>;
  dropNews(count: number): Promise<void>;
  play(speed: number): Promise<void>;
  hold(): Promise<void>;
  stepScenario(): Promise<void>;
  settled(): Promise<void>;
  /**
   * Archives the world that is meant, and begins another. Nothing is lost; every tab begins anew when it hears of it. Asked again, when the
   * world is another already, it does nothing.
   */
  reset(world: string): Promise<void>;
  /** Brings back the world that the last reset archived, in place of the one that is meant. */
  undoReset(world: string): Promise<void>;
  /** Opens another world in every tab; an archived one is taken back. */
  openWorld(id: string): Promise<void>;
  /** Opens a new world in which nothing has happened, in every tab; asked again with the same id, it does nothing. */
  openEmpty(id: string, name: string): Promise<void>;
  /** Puts a world that is not open aside, or back. */
  archive(id: string, aside: boolean): Promise<void>;
  /** Makes a world that shares the open one's history. The id is the asker's: asked again, it is there. */
  fork(wish: ForkWish): Promise<void>;
  /** Removes a world that is not open, for good. One that others were forked from stays. */
  removeWorld(id: string): Promise<void>;
}

/** The acts of the world that runs in this thread. */
export function worldActs(world: World, keeper: ThreadKeeper, crashWorldAt: (step: string) => void): WorldActs {
  const { door, player, seats, log } = world;
  const { store } = log;
  return {
    submit: (inputId, input) => door.submit(inputId, input),
    async takeMail(inputId, bytes) {
      return door.submit(inputId, { kind: 'dropMail', letter: await readMail(bytes) });
    },
    takeImport: (worldId, inputId, act) => takeImport(world, worldId, inputId, act),
    pause: (agent) => world.pause(agent),
    async resume(agent) {
      if (!seats[agent].isTaken()) keeper.beginThread(agent);
      if (world.views.turns.get(agent)?.paused) await world.resume(agent);
    },
    allowOne: async (agent) => seats[agent].allowOne(),
    retry: (agent, failure) => world.retry(agent, failure),
    chooseEngine: (agent, engine, model) => world.chooseEngine(agent, engine, model),
    async crash(who, atStep) {
      if (atStep === null) afterAnswer(() => keeper.endThread(who));
      else if (who === 'world') crashWorldAt(atStep);
      else seats[who].crashAt(oneOf(turnSteps, atStep));
    },
    dropNews: async (count) => world.dropNews(count),
    play: async (speed) => player.play(speed),
    hold: async () => player.hold(),
    stepScenario: () => player.step(),
    settled: () => world.settled(),
    reset: (meant) => replace(meant, resetWorld),
    undoReset: (meant) => replace(meant, undoReset),
    async openWorld(id) {
      if (id === log.world().id) return;
      await openWorld(store, id, Date.now());
      afterAnswer(() => keeper.beginAnew());
    },
    async openEmpty(id, name) {
      if (id === log.world().id) return;
      await openEmptyWorld(store, { id, name }, Date.now());
      afterAnswer(() => keeper.beginAnew());
    },
    archive: (id, aside) => putAside(store, id, aside, log.world().id, Date.now()),
    fork: (wish) => forkHere(log, wish, Date.now()),
    removeWorld: (id) => removeWorld(store, id, log.world().id),
  };

  async function replace(meant: string, how: typeof resetWorld) {
    const { id } = log.world();
    if (meant !== id) return;
    await how(store, id, Date.now());
    afterAnswer(() => keeper.beginAnew());
  }
}

/** Ends this thread when its answer is on its way: a thread that dies before it answers leaves the next one to be asked the same. */
function afterAnswer(end: () => void): void {
  setTimeout(end);
}

/** The step of this name. @throws InvalidInput when there is none. */
export function oneOf<T extends string>(steps: readonly T[], asked: string): T {
  const step = steps.find((one) => one === asked);
  if (!step) throw new AppError('InvalidInput', `There is no step "${asked}". Steps: ${steps.join(', ')}.`);
  return step;
}
