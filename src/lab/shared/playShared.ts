import { agentDefinitions, agentScripts, startAgent, loadIntentModel } from '../../agents';
import { startWorld, type World } from '../../app/world/startWorld';
import { agents, isRefusal, sayEvent, type AgentName, type WorldEvent } from '../../contracts';
import { seededRandom, sha256Hex } from '../../kernel';
import { scriptedEngine, type Engine } from '../../llm';
import { createWorld, openMemoryStore, raiseEpoch, type Log } from '../../log';
import { chanceOf, crashesOf, downMs, stepMsOf } from '../scenario/chances';
import { plotOf } from '../scenario/labDay';
import type { LabInput, Scenario } from '../scenario/Scenario';
import { openDrain } from '../sim/drained';
import { Network } from '../sim/Network';
import { Scheduler } from '../sim/Scheduler';
import { openBook } from '../trace/FrameBook';
import type { FrameKind, SideTrace } from '../trace/Trace';
import { farDesk } from './farDesk';
import { openMeasure, worldOf } from './measure';
import { NewsBoard } from './newsWake';
import { carrierComesAgain, nowOrLater } from './nowOrLater';
import { openingInputs, toInput } from './toInput';
import { whatBroke } from './whatBroke';

const worldId = 'lab';
const startMs = Date.UTC(2026, 2, 2, 9);
/** A service's look at an event takes this long. */
const serviceMs = 5;
/** When nothing has happened for longer than two looks around, everybody has seen everything. */
const quietMs = 2_500;

/** With `keeps` off only the end is worked out; `atEnd` sees the whole log. */
export interface SharedOptions {
  readonly keeps?: boolean;
  readonly atEnd?: (events: readonly WorldEvent[], log: Log) => void | Promise<void>;
  /** Whoever sits in the place of an agent's scripted engine. */
  readonly engines?: Readonly<Partial<Record<AgentName, Engine>>>;
}

/**
 * Plays a scenario on the shared side: the shop's own world, services and agents on a log in memory, over the simulated network and clock.
 * The same scenario gives the same log, byte for byte, in any engine.
 */
export async function playShared(
  scenario: Scenario,
  { keeps = true, atEnd, engines = {} }: SharedOptions = {},
): Promise<SideTrace> {
  // What is loaded with the first mail would come at a moment of its own, outside the virtual clock.
  await loadIntentModel();
  const { products, inputs } = plotOf(scenario);
  const scheduler = new Scheduler();
  const network = new Network(
    scheduler,
    chanceOf(scenario, 'shared'),
    scenario.faults,
    scenario.byHand.filter((one) => 'side' in one && one.side === 'shared'),
    keeps,
  );
  const board = new NewsBoard(network);
  const { drained, close } = openDrain();
  const closing = new AbortController();
  const failures: string[] = [];
  const salts = seededRandom(scenario.seed);
  let retries = 0;
  let lastMs = 0;

  const store = openMemoryStore();
  await createWorld(store, { id: worldId, name: 'Lab', at: 1 });
  await raiseEpoch(store, worldId);
  const world: World = await startWorld({
    store,
    worldId,
    news: {
      announce: ({ position }) => board.announce(position),
      listen: () => () => undefined,
      close: () => undefined,
    },
    real: { now: () => scheduler.nowMs },
    startMs,
    salt: () => sha256Hex(`salt ${salts()}`),
    signal: closing.signal,
    // Nobody changes a prompt in a lesson.
    wakeOf: (service) => (service === 'prompt-desk' ? board.wakeOfBystander() : board.wakeOf(service)),
    changed: () => undefined,
    onError: (error) => failures.push(String(error)),
    atService: (_, step) =>
      step === 'observed' ? new Promise((resolve) => scheduler.after(serviceMs, resolve)) : undefined,
  });
  world.clock.run(1);
  const measure = openMeasure(world.views);
  const book = openBook(
    network,
    () => measure.counters(world.clock.now()),
    () => measure.behind(),
    keeps,
  );
  let hash = '';
  world.log.onCommit((commit) => {
    lastMs = scheduler.nowMs;
    hash = commit.hash;
    for (const event of commit.events) {
      measure.notice(event);
      if (dayHasBegun)
        book.write(
          event.by,
          kindOf(event),
          sayEvent(event),
          event.tags.filter((tag) => /^(sku|order|mail):/.test(tag)),
          { id: event.id, cause: event.causationId },
        );
    }
  });
  let dayHasBegun = false;

  const threads = new Map<AgentName, AbortController>();
  function seat(agent: AgentName) {
    const thread = new AbortController();
    threads.set(agent, thread);
    const signal = AbortSignal.any([thread.signal, closing.signal]);
    const skewMs = agent === 'marketing' ? scenario.faults.skewMs : 0;
    startAgent(agentDefinitions[agent], {
      desk: farDesk(agent, world.desk(agent), {
        network,
        stepMs: stepMsOf(scenario, agent),
        signal,
        retried: () => (retries += 1),
        read: (after) => measure.readBy(agent, after),
      }),
      engine: engines[agent] ?? scriptedEngine(agentScripts),
      wake: board.wakeOf(agent),
      clock: { now: () => scheduler.nowMs + skewMs },
      signal,
    }).catch((error: unknown) => failures.push(`${agent}: ${String(error)}`));
  }
  for (const agent of agents) seat(agent);

  /** Lets everything happen until nothing does any more. */
  async function untilQuiet() {
    await drained();
    while (scheduler.busy > 0 || scheduler.nextMs <= lastMs + quietMs) {
      if (scheduler.busy > 0) lastMs = Math.max(lastMs, scheduler.nowMs);
      if (!scheduler.step()) return;
      await drained();
      if (dayHasBegun) book.sample();
    }
  }

  let submitted = 0;
  const submit = (input: Parameters<World['door']['submit']>[1]) =>
    void world.door.submit(`lab-${++submitted}`, input).catch((error: unknown) => failures.push(String(error)));
  for (const input of openingInputs(products, inputs)) {
    submit(input);
    await untilQuiet();
  }

  function happen(input: LabInput, triesLeft: number = carrierComesAgain.times): void {
    const status = 'order' in input ? world.views.orders.get(input.order as never)?.status : undefined;
    const { happens, again } = nowOrLater(input, status);
    if (again && triesLeft > 0) scheduler.after(carrierComesAgain.everyMs, () => happen(input, triesLeft - 1));
    if (!happens) return;
    submit(toInput(input, products, world.clock.now()));
  }

  network.beginDay();
  dayHasBegun = true;
  for (const input of inputs)
    scheduler.after(input.atMs, () => {
      happen(input);
    });
  const diedOn = new Map<string, number>();
  for (const { agent, atMs } of crashesOf(scenario, inputs.at(-1)?.atMs ?? 0))
    scheduler.after(atMs, () => {
      const trigger = world.seats[agent].status().trigger;
      const times = trigger ? (diedOn.get(trigger) ?? 0) : 0;
      // A third death on one event would rightly put it aside for a person; that is another lesson.
      if (threads.get(agent)!.signal.aborted || times >= 2) return;
      if (trigger) diedOn.set(trigger, times + 1);
      threads.get(agent)!.abort();
      book.down(agent, downMs);
      void world.crashed(agent);
      scheduler.after(downMs, () => seat(agent));
    });
  await untilQuiet();

  const counters = measure.counters(world.clock.now());
  const broken = await whatBroke(world, counters, failures);
  await atEnd?.(await world.log.read(0, Infinity), world.log);
  const endMs = network.dayMs;
  closing.abort();
  await drained();
  close();
  return {
    ...book.close(),
    messages: network.messages,
    counters,
    costs: { messages: network.sent, retries, ...measure.costs() },
    stepsToWhy: measure.longestChain(),
    world: worldOf(world.views),
    hash,
    broken,
    endMs,
  };
}

function kindOf(event: WorldEvent): FrameKind {
  if (isRefusal(event)) return 'refusal';
  if (event.external) return 'outside';
  return event.kind;
}
