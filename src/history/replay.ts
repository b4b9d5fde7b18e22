import { services, type Draft, type EventId, type ServiceName, type Stale, type WorldEvent } from '../contracts';
import { AppError, derivedId } from '../kernel';
import { genesis, hashOf, lastPosition, readAhead, sealCommit, type Commit, type Log } from '../log';
import { divergenceOf, type Divergence } from './divergence';
import { firstPlace } from './firstPlace';

/** The services, as far as a replay asks them. No agent and no model is asked: what they decided stands in the log. */
export interface Deciders {
  /** What a service says to an event, as of everything that was folded. */
  answer(by: ServiceName, event: WorldEvent, movedSince: readonly number[]): readonly Draft[];
  /** Which later facts make a proposal stale. */
  stalenessOf(event: WorldEvent): readonly Stale[];
  evolve(event: WorldEvent): void;
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
 * fact is decided again by its service, and every commit is sealed again, each after the replay's own seal before it. So one seal that differs makes
 * all later ones differ: it is enough to compare the last of a batch, and to bisect the batch when it is another. Then the first bad position is
 * named, and what differs there. It finds what `verify` cannot: an edit that was sealed anew, and a service that decides otherwise than it did.
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

  /** A commit as it comes out now: decided again when a service wrote it, taken as it is when not. */
  function again(commit: Commit): Again {
    const by = services.find((service) => service === commit.events[0]?.by);
    const cause = by ? causeOf(commit, by) : null;
    let drafts: readonly Draft[] = [];
    try {
      if (!by) drafts = commit.events.map(asDraft);
      else if (cause) drafts = deciders.answer(by, cause, movedSince(cause));
      const { world, at } = commit.events[0] as WorldEvent;
      const sealed =
        drafts.length > 0 ? sealCommit(drafts, { world, after: commit.first - 1, previous: hash, at }) : null;
      for (const event of commit.events) learn(event);
      return { events: sealed?.events ?? [], hash: sealed?.hash ?? hashOf(hash, []), cause, threw: null };
    } catch (error) {
      // After an edit a service may find what it says cannot be.
      const threw = error instanceof Error ? error.message : String(error);
      return { events: [], hash: hashOf(hash, []), cause, threw };
    }
  }

  /** Services go on from what was recorded. */
  function learn(event: WorldEvent): void {
    past.set(event.id, event);
    deciders.evolve(event);
    if (event.kind !== 'fact') return;
    for (const tag of event.tags) {
      const key = `${event.type}@${tag}`;
      const known = facts.get(key);
      if (known) known.push(event.position);
      else facts.set(key, [event.position]);
    }
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

  /** Takes commits that came out as they are recorded into account. */
  function same(commits: readonly Commit[]): void {
    for (const { events: written } of commits) {
      decidedAgain += written.filter(({ kind }) => kind === 'fact').length;
      decisionsRead += written.filter(({ type }) => type === 'AgentDecided').length;
    }
    const last = commits.at(-1);
    if (last) [events, hash] = [lastPosition(last), last.hash];
  }

  for await (const commits of readAhead(log)) {
    if (signal?.aborted) throw new AppError('Cancelled', `The replay was stopped at position ${events}.`);
    const came: Again[] = [];
    const before = hash;
    for (const commit of commits) {
      const one = again(commit);
      came.push(one);
      hash = one.hash;
      if (one.threw !== null) break;
    }
    const differs = (n: number) => came[n]?.hash !== commits[n]?.hash;
    const isSame = !differs(commits.length - 1);
    const { place, lookedAt } = isSame ? { place: commits.length, lookedAt: 1 } : firstPlace(commits.length, differs);
    hash = before;
    same(commits.slice(0, place));
    const [recorded, instead] = [commits[place]?.events, came[place]];
    if (recorded && instead) {
      const { events: replayed, cause, threw } = instead;
      return found(divergenceOf({ recorded, replayed, cause, threw }, lookedAt));
    }
    onProgress?.(events, log.world().head);
  }
  return found(null);
}

/** A commit as it came out, with what led to it. */
interface Again {
  readonly events: readonly WorldEvent[];
  readonly hash: string;
  readonly cause: WorldEvent | null;
  readonly threw: string | null;
}

const asDraft = (event: WorldEvent): Draft => {
  const { id, type, data, by, external, causationId, correlationId, answers, basis } = event;
  return {
    ...{ id, type, data, by, external, causationId, correlationId },
    ...(answers === undefined ? {} : { answers }),
    ...(basis === undefined ? {} : { basis }),
  } as Draft;
};
