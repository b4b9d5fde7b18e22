import { allTunedTo, listening, type AgentDesk } from '../../agents';
import { droppingNews, type DroppingNews, type NewsChannel, type Wake } from '../../bus';
import { agents, type AgentName, type EventId, type ServiceName, type WorldEvent } from '../../contracts';
import { demoSeed, scenario } from '../../intake';
import { derivedId, type Clock } from '../../kernel';
import { openLog, openSnapshots, type Log, type LogStore, type Snapshots } from '../../log';
import { invariantsFold, viewsFold, type InvariantStates, type Views } from '../../projections';
import { services, servicesFold, startServices, type ServiceStep } from '../../services';
import { agentDesk, failure } from './agentDesk';
import { AgentSeat } from './agentSeat';
import { comeAgain } from './comeAgain';
import { carryOutForgetting } from './forgetting';
import { externalDoor, type ExternalDoor } from './externalDoor';
import { keepSnapshots } from './keepSnapshots';
import { liveFolds, type LiveFolds } from './liveFolds';
import { worldLookups } from './lookups';
import { openPeople, type People } from './people';
import { scenarioPlayer, scenarioReader, type ScenarioPlayer } from './scenarioPlayer';
import { quiet } from './quiet';
import { restoreSeats } from './restoreSeats';
import { settling } from './settling';
import { watchOver, type Oversight } from './watchOver';
import { worldClock, type WorldClock } from './worldClock';
import { ledFolds } from './worldFolds';

/** What a world is started with. */
export interface WorldHost {
  readonly store: LogStore;
  readonly worldId: string;
  readonly news: NewsChannel;
  /** The real clock; the world's own runs on it. */
  readonly real: Clock;
  /** The world's time before anything happened. */
  readonly startMs: number;
  salt(): string;
  readonly signal: AbortSignal;
  /** How often services look at the log when they hear no news at all; once a second if nothing is said. */
  readonly pollMs?: number;
  /** It is quiet when nothing was committed for so long; 1.5 seconds if nothing is said. */
  readonly quietMs?: number;
  /** After how many events a snapshot is stored at the latest; when nothing is said, none are, and nothing is rebuilt
   * to be compared. Those that are there are used in any case. */
  readonly snapshotEvery?: number;
  /** What a service waits on instead of news and real time: for worlds whose clock is virtual. */
  wakeOf?(service: ServiceName): Wake;
  /** Called after every change of anything a screen shows. */
  changed(): void;
  /** Called when a service had to stop: nothing it was doing was written. */
  onError(error: unknown): void;
  /** Called at each step of a service. For staging crashes. */
  atService?(service: ServiceName, step: ServiceStep, event: WorldEvent): Promise<void> | void;
}

/** A running world: log, services, views, and a desk for each agent. It runs in any thread, or in none. */
export interface World {
  readonly log: Log;
  readonly live: LiveFolds;
  readonly snapshots: Snapshots;
  /** Whether what is held and stored is what the log says, as far as that was looked at. */
  oversight(): Oversight;
  readonly clock: WorldClock;
  readonly news: DroppingNews;
  readonly views: Views;
  readonly invariants: InvariantStates;
  readonly people: People;
  readonly door: ExternalDoor;
  readonly player: ScenarioPlayer;
  readonly seats: Readonly<Record<AgentName, AgentSeat>>;
  /** A desk for a new thread of this agent; the one before it is gone. */
  desk(agent: AgentName): AgentDesk;
  pause(agent: AgentName): Promise<void>;
  resume(agent: AgentName): Promise<void>;
  retry(agent: AgentName, failure: EventId): Promise<void>;
  /** From its next turn on the agent reasons with this engine, where the device can. */
  chooseEngine(agent: AgentName, engine: string, model: string): Promise<void>;
  /** Loses the next announcements, to see that nothing is missing for it. */
  dropNews(count: number): void;
  /** The agent's thread died: recorded, and its third death on one trigger parks that trigger. */
  crashed(agent: AgentName): Promise<void>;
  /** Resolves when every proposal has its answer, and every fact what follows from it. */
  answered(): Promise<void>;
  /** Resolves when services and agents have nothing left to do. */
  settled(): Promise<void>;
}

/** Starts a world from its log. */
export async function startWorld(host: WorldHost): Promise<World> {
  const { signal, changed } = host;
  const log = await openLog(host.store, host.worldId, { leads: true });
  const news = droppingNews(host.news);
  const reachedBy = new Map<string, number>();
  const seats = Object.fromEntries(
    agents.map((name) => [name, new AgentSeat(name, allTunedTo(listening[name]), () => announceChange())]),
  ) as Record<AgentName, AgentSeat>;

  const servicesAreSettled = () => services.every((service) => (reachedBy.get(service.name) ?? 0) >= log.world().head);
  const servicesState = settling(servicesAreSettled);
  const state = settling(() => servicesAreSettled() && agents.every((name) => seats[name].settled()));
  const announceChange = () => {
    servicesState.changed();
    state.changed();
    changed();
  };

  const people = openPeople(log, changed);
  let oversight: () => Oversight = () => ({ checkedTo: 0, because: null });
  const snapshots = openSnapshots(log);
  const live = await liveFolds(log, snapshots, ledFolds, true);
  const views = live.stateOf(viewsFold);
  people.begin(views);
  await restoreSeats(seats, { log, views, position: live.position() });
  await live.follow((event) => {
    people.notice(event);
    for (const name of agents) seats[name].notice(event);
  });
  const clock = worldClock(Math.max(host.startMs, log.world().headAt), host.real);
  for (const name of agents) seats[name].reached((await log.checkpoint(`agent:${name}`)).position);

  log.onCommit(({ events, first }) => {
    const topics = [...new Set(events.map((event) => event.topic))];
    news.announce({ world: host.worldId, position: first + events.length - 1, topics });
    announceChange();
  });

  const door = externalDoor({
    log,
    clock,
    lookups: worldLookups(views, people),
    salt: () => host.salt(),
    ready: () => people.settled(),
  });
  const player = scenarioPlayer({
    steps: scenario(demoSeed),
    seed: demoSeed,
    cursor: (await log.checkpoint(scenarioReader)).position,
    startMs: host.startMs,
    clock,
    door,
    signal,
    settled: () => state.settled(),
    servicesSettled: () => servicesState.settled(),
    changed,
    onError: (error) => host.onError(error),
  });

  let forgetting = Promise.resolve();
  const forget = () => {
    forgetting = forgetting
      .then(() => carryOutForgetting(log, () => clock.now()))
      .catch((error: unknown) => {
        if (!signal.aborted) host.onError(error);
      });
  };
  log.onCommit(({ events }) => {
    if (events.some((event) => event.type === 'CustomerForgotten')) forget();
  });
  forget();

  const again = comeAgain({ log, clock, signal, settled: () => state.settled() }).catch((error: unknown) => {
    if (!signal.aborted) host.onError(error);
  });

  startServices(services, {
    log,
    clock,
    news,
    signal,
    ...(host.pollMs === undefined ? {} : { pollMs: host.pollMs }),
    async stateOf(service) {
      await live.catchUp();
      return { state: live.stateOf(servicesFold)[service], position: live.position() };
    },
    ...(host.wakeOf ? { wakeOf: (service) => host.wakeOf!(service) } : {}),
    at: (service, step, event) => host.atService?.(service, step, event),
    reached(service, position) {
      reachedBy.set(service, position);
      announceChange();
    },
    onError: (service, error) => host.onError(new Error(`${service} had to stop`, { cause: error })),
  });

  const idle = quiet(log, () => state.settled(), host.quietMs ?? 1500, signal);
  if (host.snapshotEvery !== undefined) {
    oversight = watchOver({ log, live, snapshots, signal, idle, changed, onError: (error) => host.onError(error) });
    keepSnapshots({
      log,
      live,
      snapshots,
      signal,
      every: host.snapshotEvery,
      idle,
      saved: () => changed(),
      // Without one, the next start takes longer; nothing else is lost.
      onError: () => undefined,
    });
  }

  /** Writes a record that belongs to no turn. Its place in the history makes its id. */
  async function record(by: 'shopkeeper' | 'world', drafts: (id: (n: number) => string) => readonly object[]) {
    const head = log.world();
    const id = (n: number) => derivedId(by, `${head.id}-${head.head}-${head.headHash}`, n);
    await log.append({ drafts: drafts(id).map((draft) => ({ by, ...draft })), at: clock.now() });
  }

  const about = (id: string, type: string, data: object, cause: WorldEvent | null = null) => ({
    id,
    type,
    data,
    causationId: cause?.id ?? null,
    correlationId: cause?.correlationId ?? id,
  });

  return {
    log,
    clock,
    news,
    snapshots,
    oversight: () => oversight(),
    views,
    invariants: live.stateOf(invariantsFold),
    live,
    people,
    door,
    player,
    seats,
    answered: () => servicesState.settled(),
    settled: async () => {
      await again;
      await state.settled();
      await forgetting;
    },
    desk(agent) {
      seats[agent].arrive();
      return agentDesk(agent, seats[agent], { log, clock, views, salt: () => host.salt() });
    },
    pause: (agent) => record('shopkeeper', (id) => [about(id(0), 'AgentPaused', { agent })]),
    resume: (agent) => record('shopkeeper', (id) => [about(id(0), 'AgentResumed', { agent })]),
    chooseEngine: (agent, engine, model) =>
      record('shopkeeper', (id) => [about(id(0), 'EngineChosen', { agent, engine, model })]),
    async retry(agent, failed) {
      const event = await log.event(failed);
      if (event?.type !== 'AgentFailed') return;
      const { trigger } = event.data;
      await record('shopkeeper', (id) => [about(id(0), 'AgentRetried', { agent, trigger, failure: failed }, event)]);
    },
    dropNews(count) {
      news.dropNext(count);
      changed();
    },
    async crashed(agent) {
      const trigger = seats[agent].leave();
      const event = trigger && (await log.event(trigger));
      const times = event ? seats[agent].crashesOn(event.id) + 1 : 0;
      const head = log.world();
      const id = derivedId('world', `${head.id}-${head.head}-${head.headHash}`, `crash-${agent}`);
      const crash = { by: 'world', ...about(id, 'AgentCrashed', { agent, trigger: event?.id ?? null, times }, event) };
      if (!event || times < 3) return void (await log.append({ drafts: [crash], at: clock.now() }));
      const because = 'its thread died three times on this event; the event is put aside until somebody hands it back';
      await log.append({
        drafts: [crash, failure(agent, event, head.head, { rule: 'crashed-three-times', because, transcript: null })],
        at: clock.now(),
        checkpoint: { reader: `agent:${agent}`, position: event.position, attempts: 0 },
      });
    },
  };
}
