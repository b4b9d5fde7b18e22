import { lastPosition, type Commit } from './Commit';
import type { Log } from './openLog';

/** Commits that are read from the store at once. */
const batch = 500;

/**
 * All stored commits of a log, oldest first, batch by batch, as they lie in the store. While one batch is being looked at, the next is being
 * read: the database works in another thread.
 */
export function readAhead(log: Pick<Log, 'storedCommits'>, after = 0): AsyncGenerator<readonly Commit[]> {
  return readAheadWith(log, after, (commits) => Promise.resolve(commits));
}

/** The same, with what else has to be read for a batch: that, too, is on its way while the one before is being looked at. */
export async function* readAheadWith<Batch>(
  log: Pick<Log, 'storedCommits'>,
  after: number,
  readMore: (commits: readonly Commit[]) => Promise<Batch>,
): AsyncGenerator<Batch> {
  async function read(from: number) {
    const commits = await log.storedCommits(from, batch);
    const last = commits.at(-1);
    return last ? { upTo: lastPosition(last), found: await readMore(commits) } : null;
  }
  for (let next = read(after); ;) {
    const now = await next;
    if (!now) return;
    next = read(now.upTo);
    // Nobody waits for it when the one who reads stops early.
    next.catch(() => undefined);
    yield now.found;
  }
}
