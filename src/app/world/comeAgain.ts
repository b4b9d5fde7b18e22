import type { EventType, WorldEvent } from '../../contracts';
import { lastPosition, openLog, type Log } from '../../log';
import { draftOf } from './changeEvent';
import type { WorldClock } from './worldClock';

/** How the reader is called that follows the original of a fork. Its checkpoint is a position of the original. */
export const againReader = 'again';

/** What a person approved, they approved there: another world has to ask anew. */
const neverAgain: ReadonlySet<EventType> = new Set<EventType>(['ApprovalDecided']);

/** What it takes to let things come again. */
export interface AgainHost {
  readonly log: Log;
  readonly clock: WorldClock;
  readonly signal: AbortSignal;
  /** Resolves when services and agents have nothing left to do. */
  settled(): Promise<void>;
}

/**
 * Lets everything that came from outside in the original after the fork come into the fork, too: the same content and ids, in the same order, one
 * after the other, each when everybody is done with the one before. Goes on where it was when its thread dies. Does nothing in a world that was not
 * made for it.
 */
export async function comeAgain({ log, clock, signal, settled }: AgainHost): Promise<void> {
  const { parent, forkAt, again = 0 } = log.world();
  if (parent === null || again <= forkAt) return;
  const original = await openLog(log.store, parent);
  let reached = Math.max(forkAt, (await log.checkpoint(againReader)).position);
  while (reached < again && !signal.aborted) {
    const commits = await original.commits(reached, 100);
    if (commits.length === 0) return;
    for (const commit of commits) {
      reached = lastPosition(commit);
      if (commit.first > again) return;
      const fresh: WorldEvent[] = [];
      for (const event of commit.events) {
        if (event.external && !neverAgain.has(event.type) && !(await log.event(event.id))) fresh.push(event);
      }
      if (fresh.length === 0) continue;
      await settled();
      if (signal.aborted) return;
      clock.advanceTo(commit.events[0]?.at ?? 0);
      const checkpoint = { reader: againReader, position: reached, attempts: 0 };
      await log.append({ drafts: fresh.map((event) => draftOf(event)), at: clock.now(), checkpoint });
    }
  }
}
