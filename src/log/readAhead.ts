import { lastPosition, type Commit } from './Commit';
import type { Log } from './openLog';

/** Commits that are read from the store at once. */
const batch = 500;

/**
 * All stored commits of a log, oldest first, batch by batch, as they lie in the store. While one batch is being looked at, the next is being
 * read: the database works in another thread.
 */
export async function* readAhead(log: Pick<Log, 'storedCommits'>, after = 0): AsyncGenerator<readonly Commit[]> {
  for (let next = log.storedCommits(after, batch); ;) {
    const commits = await next;
    const last = commits.at(-1);
    if (!last) return;
    next = log.storedCommits(lastPosition(last), batch);
    // Nobody waits for it when the one who reads stops early.
    next.catch(() => undefined);
    yield commits;
  }
}
