import { subscribe, type NewsChannel, type Output, type Wake, wakeOnNews } from '../bus';
import { contractOf, type Draft, type ServiceName, type WorldEvent } from '../contracts';
import type { Clock } from '../kernel';
import type { Log } from '../log';
import { answer, stalenessOf } from './answer';
import type { Service } from './Service';

/** The moments of a service's work at which its thread may die. */
export const serviceSteps = ['observed', 'decided', 'answered'] as const;
export type ServiceStep = (typeof serviceSteps)[number];

/** What services need to run. */
export interface ServicesHost {
  readonly log: Log;
  readonly clock: Clock;
  readonly news: NewsChannel;
  readonly signal: AbortSignal;
  /**
   * The state of a service, folded to the head of the log, and where that is; when it is not given, each service folds the log by itself. The
   * state may go on being folded after it was given.
   */
  stateOf?(service: ServiceName): Promise<{ readonly state: unknown; readonly position: number }>;
  /** How often services look at the log when they hear no news at all. */
  readonly pollMs?: number;
  /** What a service waits on instead, where time is virtual. */
  wakeOf?(service: ServiceName): Wake;
  /** Called at each step with the event in hand; what it returns is waited for. For staging crashes. */
  at?(service: ServiceName, step: ServiceStep, event: WorldEvent): Promise<void> | void;
  /** Called when a service has dealt with everything up to this position. */
  reached?(service: ServiceName, position: number): void;
  onError(service: ServiceName, error: unknown, event: WorldEvent | null): void;
}

/** Runs services on a log, each with its own checkpoint, until the signal fires. Each proposal gets exactly one answer. */
// A service's state is its own business: any service runs here.
export function startServices(services: readonly Service<never>[], host: ServicesHost): void {
  for (const service of services) startService(service as unknown as Service<unknown>, host);
}

function startService<S>(service: Service<S>, host: ServicesHost) {
  const { log, clock, news, signal, pollMs } = host;
  const reader = `service:${service.name}`;
  const stateOf = host.stateOf ?? foldedBy(service, log);

  async function handle(event: WorldEvent): Promise<Output> {
    if (!concerns(service, event)) return null;
    await host.at?.(service.name, 'observed', event);
    // The position first: a state that has gone on since is refused by the condition, not believed to be older than it is.
    const { state, position } = await stateOf(service.name);
    const drafts = answer(service, state as S, event, await movedSince(log, event));
    if (drafts.length === 0) return null;
    await host.at?.(service.name, 'decided', event);
    return { drafts, at: clock.now(), condition: { after: position, tags: tagsOf(event, drafts) } };
  }

  void subscribe({
    reader,
    log,
    wake: host.wakeOf?.(service.name) ?? wakeOnNews(news, log.world().id, pollMs),
    signal,
    handle,
    settled: (event) => host.at?.(service.name, 'answered', event),
    reached: (position) => host.reached?.(service.name, position),
    onError: (error, event) => host.onError(service.name, error, event),
  });
}

/** Folds a service's own state from the log as far as it has come by then, whenever it is asked for. */
function foldedBy<S>(service: Service<S>, log: Log) {
  let state = service.open();
  let position = 0;
  return async () => {
    for (;;) {
      const events = await log.read(position, 1000);
      for (const event of events) {
        state = service.evolve(state, event);
        position = event.position;
      }
      if (events.length === 0) return { state, position };
    }
  };
}

function concerns<S>(service: Service<S>, event: WorldEvent): boolean {
  return contractOf(event.type).answeredBy?.owner === service.name || Object.hasOwn(service.react, event.type);
}

/** Positions of the facts that came after the proposal's basis and make it stale, at most ten. */
async function movedSince(log: Log, event: WorldEvent): Promise<number[]> {
  const moved = new Set<number>();
  for (const { type, tag } of stalenessOf(event)) {
    const found = await log.find({ type: type as WorldEvent['type'], tag }, { after: event.basis ?? 0, limit: 10 });
    for (const fact of found) moved.add(fact.position);
  }
  return [...moved].sort((a, b) => a - b).slice(0, 10);
}

/** What the answer rests on: everything the proposal and the facts are about. */
function tagsOf(event: WorldEvent, drafts: readonly Draft[]): string[] {
  const tags = new Set(event.tags);
  for (const draft of drafts) for (const tag of contractOf(draft.type).tags(draft.data)) tags.add(tag);
  return [...tags];
}
