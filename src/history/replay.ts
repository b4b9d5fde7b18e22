import { services, type Draft, type EventId, type ServiceName, type Stale, type WorldEvent } from '../contracts';
import { AppError, canonicalJson, derivedId } from '../kernel';
import { genesis, lastPosition, readAhead, sealCommit, type Commit, type Log } from '../log';
import { valuesThatDiffer, type ValueDifference } from './valuesThatDiffer';

/** The services, as far as a replay asks them. No agent and no model is asked: what they decided stands in the log. */
export interface Deciders {
  /** What a service says to an event, as of everything that was folded. */
  answer(by: ServiceName, event: WorldEvent, movedSince: readonly number[]): readonly Draft[];
  /** Which later facts make a proposal stale. */
  stalenessOf(event: WorldEvent): readonly Stale[];
  evolve(event: WorldEvent): void;
}

/** The first position at which a replay comes to something else than the log. */
export interface Divergence {
  readonly position: number;
  readonly because: string;
  readonly recorded: WorldEvent;
  /** What is decided now; null when nothing is. */
  readonly replayed: { readonly type: string; readonly data: unknown } | null;
  readonly differences: readonly ValueDifference[];
}

/** What a replay found. */
export interface Replay {
  readonly exact: boolean;
  /** Events that were replayed, up to the first divergence. */
  readonly events: number;
  /** Facts among them that were decided again. */
  readonly decidedAgain: number;
  /** Decisions of agents that were read instead of asking an engine. */
  readonly decisionsRead: number;
  /** The seal of the last commit that was replayed: the log's own when it is exact. */
  readonly hash: string;
  readonly divergence: Divergence | null;
}

/**
 * Lets a history happen again from its first event without any model: what came from outside and what agents decided is taken as recorded, every
 * fact is decided again by its service, and every commit is sealed again. Where that gives another seal, the first position that differs is named,
 * and what differs there. It finds what `verify` cannot: an edit that was sealed anew, and a service that decides otherwise than it did.
 * @throws Cancelled when the signal fires.
 */
export async function replay(
  log: Pick<Log, 'storedCommits' | 'world'>,
  deciders: Deciders,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (done: number, of: number | null) => void } = {},
): Promise<Replay> {
  const past = new Map<EventId, WorldEvent>();
  const facts = new Map<string, number[]>();
  let hash = genesis;
  let events = 0;
  let decidedAgain = 0;
  let decisionsRead = 0;
  const found = (divergence: Divergence | null): Replay => ({
    exact: divergence === null,
    events,
    decidedAgain,
    decisionsRead,
    hash,
    divergence,
  });

  /** The drafts that lead to a commit: decided again when a service wrote it, taken as they are when not. */
  function draftsOf(commit: Commit): readonly Draft[] | null {
    const by = services.find((service) => service === commit.events[0]?.by);
    if (!by) return commit.events.map(asDraft);
    const cause = causeOf(commit, by);
    return cause && deciders.answer(by, cause, movedSince(cause));
  }

  /** The event a service had in hand: ids of facts derive from it. It is nearly always the cause of one of them. */
  function causeOf({ events: written }: Commit, by: ServiceName): WorldEvent | null {
    const id = written[0]?.id;
    const isCause = (event: WorldEvent) => derivedId(by, event.id, 0) === id;
    const near = written.flatMap(({ causationId }) => (causationId && past.get(causationId)) || []);
    return near.find(isCause) ?? [...past.values()].findLast(isCause) ?? null;
  }

  /** As its runner looks it up: at most ten facts after the basis. */
  function movedSince(event: WorldEvent): number[] {
    const moved = deciders
      .stalenessOf(event)
      .flatMap(({ type, tag }) =>
        (facts.get(`${type}@${tag}`) ?? []).filter((position) => position > (event.basis ?? 0)).slice(0, 10),
      );
    return [...new Set(moved)].sort((a, b) => a - b).slice(0, 10);
  }

  for await (const commits of readAhead(log)) {
    if (signal?.aborted) throw new AppError('Cancelled', `The replay was stopped at position ${events}.`);
    for (const commit of commits) {
      const { first, events: written } = commit;
      const [{ world, at }] = written as readonly [WorldEvent, ...WorldEvent[]];
      const drafts = draftsOf(commit);
      const sealed = drafts && drafts.length > 0 && sealCommit(drafts, { world, after: first - 1, previous: hash, at });
      if (!sealed || sealed.hash !== commit.hash) return found(divergenceOf(written, sealed ? sealed.events : []));
      hash = sealed.hash;
      events = lastPosition(commit);
      for (const event of written) {
        past.set(event.id, event);
        deciders.evolve(event);
        if (event.type === 'AgentDecided') decisionsRead += 1;
        if (event.kind !== 'fact') continue;
        decidedAgain += 1;
        for (const tag of event.tags) {
          const key = `${event.type}@${tag}`;
          const known = facts.get(key);
          if (known) known.push(event.position);
          else facts.set(key, [event.position]);
        }
      }
    }
    onProgress?.(events, log.world().head);
  }
  return found(null);
}

const asDraft = (event: WorldEvent): Draft => {
  const { id, type, data, by, external, causationId, correlationId, answers, basis } = event;
  return {
    ...{ id, type, data, by, external, causationId, correlationId },
    ...(answers === undefined ? {} : { answers }),
    ...(basis === undefined ? {} : { basis }),
  } as Draft;
};

/** Goes into a commit that came out otherwise, for the first event of it that did. */
function divergenceOf(recorded: readonly WorldEvent[], replayed: readonly WorldEvent[]): Divergence {
  const at = recorded.findIndex((event, n) => canonicalJson(event) !== canonicalJson(replayed[n] ?? null));
  const event = recorded[Math.max(0, at)] as WorldEvent;
  const now = at < 0 ? null : (replayed[at] ?? null);
  return {
    position: event.position,
    because: reasonOf(event, now, at, recorded.length < replayed.length),
    recorded: event,
    replayed: now && { type: now.type, data: now.data },
    differences: now ? valuesThatDiffer(event, now) : [],
  };
}

function reasonOf(event: WorldEvent, now: WorldEvent | null, at: number, more: boolean): string {
  if (at < 0 && more) return `${event.by} decides more here than was recorded`;
  if (at < 0) return 'the events are the same, but the seal does not follow from what was before';
  if (now === null) return `${event.by} decides nothing of the kind here; the log has ${event.type}`;
  if (now.type !== event.type) return `${event.by} decides ${now.type} here; the log has ${event.type}`;
  return `${event.by} decides ${event.type} with other content`;
}
