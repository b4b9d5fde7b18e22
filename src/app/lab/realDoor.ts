import { expose } from 'comlink';
import { broadcastNews } from '../../bus';
import type { AgentName } from '../../contracts';
import { systemClock } from '../../kernel';
import {
  carrierComesAgain,
  chanceOf,
  crashesOf,
  nowOrLater,
  openingInputs,
  openMeasure,
  plotOf,
  stepMsOf,
  toInput,
  whatBroke,
  worldOf,
  type LabInput,
  type RealEnd,
  type RealProgress,
  type Scenario,
} from '../../lab';
import { createWorld, raiseEpoch } from '../../log';
import { openDexieStore } from '../../log/dexie';
import { startWorld, type World } from '../world';
import { faultyNews } from './faultyNews';

/** The scratch world's own database and channel; no saved world has such names. */
export interface RealNames {
  readonly database: string;
  readonly channel: string;
}

/** What the page does for the run: it holds the agents' threads. */
export interface RealKeeper {
  /** Gives the agent a thread, if it has none, and a desk. */
  seat(agent: AgentName): Promise<void>;
  /** Terminates its thread. */
  end(agent: AgentName): Promise<void>;
  progress(now: RealProgress): void;
}

const realWorldId = 'lab';
const startMs = Date.UTC(2026, 2, 2, 9);
/** Nobody watches a shop where nothing happens: longer waits between two moments are this long. */
const longestWaitMs = 700;
const downMs = 300;

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** The thread of a scratch world: the shop's own log, services and views, on IndexedDB and the real clock. */
export class RealDoor {
  #world: World | null = null;
  #slow: (agent: AgentName) => number = () => 0;

  /** Gives this agent's thread a desk at the other end of this port. */
  connect(agent: AgentName, port: MessagePort): void {
    if (!this.#world) throw new Error('Expected a run to be under way.');
    const desk = this.#world.desk(agent);
    const at: typeof desk.at = async (step) => {
      await wait(this.#slow(agent));
      return desk.at(step);
    };
    expose({ ...desk, at }, port);
  }

  /** Plays the right side of a scenario from beginning to end. Only this thread writes to its database. */
  async play(scenario: Scenario, names: RealNames, keeper: RealKeeper): Promise<RealEnd> {
    const began = performance.now();
    const closing = new AbortController();
    const failures: string[] = [];
    const counts = { newsLost: 0, crashes: 0 };
    const { products, inputs } = plotOf(scenario);
    // An agent that is five times slower waits four steps more at each step.
    this.#slow = (agent) =>
      stepMsOf(scenario, agent) - stepMsOf({ ...scenario, faults: { ...scenario.faults, slowTimes: 1 } }, agent);

    const store = await openDexieStore(names.database);
    await createWorld(store, { id: realWorldId, name: 'Lab', at: Date.now() });
    await raiseEpoch(store, realWorldId);
    const channel = broadcastNews(names.channel);
    const lost = () => void (counts.newsLost += 1);
    const world = (this.#world = await startWorld({
      store,
      worldId: realWorldId,
      news: faultyNews(channel, scenario.faults, chanceOf(scenario, 'shared'), lost),
      real: systemClock,
      startMs,
      salt: () => crypto.randomUUID().replaceAll('-', ''),
      signal: closing.signal,
      changed: () => undefined,
      onError: (error) => failures.push(String(error)),
    }));
    const measure = openMeasure(world.views);
    world.log.onCommit(({ events }) => events.forEach((event) => measure.notice(event)));
    world.clock.run(1);
    let submitted = 0;
    const submit = (input: Parameters<World['door']['submit']>[1]) => world.door.submit(`lab-${++submitted}`, input);

    for (const agent of ['support', 'inventory', 'marketing'] as const) await keeper.seat(agent);
    for (const input of openingInputs(products, inputs)) await submit(input);
    await world.settled();

    const later: LabInput[] = [];
    const happen = async (input: LabInput): Promise<void> => {
      const status = 'order' in input ? world.views.orders.get(input.order as never)?.status : undefined;
      const { happens, again } = nowOrLater(input, status);
      if (again) later.push(input);
      if (happens) await submit(toInput(input, products, world.clock.now()));
    };
    const crash = async (agent: AgentName): Promise<void> => {
      counts.crashes += 1;
      await keeper.end(agent);
      await world.crashed(agent);
      await wait(downMs);
      await keeper.seat(agent);
    };
    const moments = [
      ...inputs.map((input) => ({ atMs: input.atMs, happen: () => happen(input) })),
      ...crashesOf(scenario, inputs.at(-1)?.atMs ?? 0).map(({ agent, atMs }) => ({ atMs, happen: () => crash(agent) })),
    ].sort((a, b) => a.atMs - b.atMs);
    let nowMs = moments[0]?.atMs ?? 0;
    for (const [n, moment] of moments.entries()) {
      await wait(Math.min(longestWaitMs, moment.atMs - nowMs));
      nowMs = moment.atMs;
      await moment.happen();
      keeper.progress({ done: n + 1, of: moments.length, events: world.log.world().head });
    }
    for (let round = 0; round < carrierComesAgain.times; round++) {
      await world.settled();
      for (const input of later.splice(0)) await happen(input);
    }
    await world.settled();

    // Whoever was to do something has had their time: what is open now is lost. Everybody has read everything, or it would not be settled.
    const counters = { ...measure.counters(Infinity), disagreements: 0 };
    const end: RealEnd = {
      world: worldOf(world.views),
      counters,
      broken: await whatBroke(world, counters, failures),
      events: world.log.world().head,
      ...counts,
      ...measure.costs(),
      ms: Math.round(performance.now() - began),
    };
    closing.abort();
    channel.close();
    store.close();
    return end;
  }
}
