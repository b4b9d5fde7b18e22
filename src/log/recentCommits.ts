import { lastPosition, type Commit } from './Commit';

/** The newest commits of a world, kept at hand: readers that follow closely never touch the disk. */
export interface RecentCommits {
  add(commits: readonly Commit[]): void;
  /** Forgets all: somebody else wrote in between. */
  clear(): void;
  /** True when it is known that no commit between a position and the head has one of these keys. */
  noneWith(keys: readonly string[], after: number, head: number): boolean;
  /** Commits that end after a position, or null when some of them are no longer (or not yet) kept here. */
  after(position: number, limit: number): readonly Commit[] | null;
}

/** Keeps at most this many commits, without gaps up to the last one added. */
export function recentCommits(most = 512): RecentCommits {
  let kept: Commit[] = [];
  return {
    add(commits) {
      kept.push(...commits);
      if (kept.length > 2 * most) kept = kept.slice(-most);
    },
    clear() {
      kept = [];
    },
    noneWith(keys, after, head) {
      if (after >= head) return true;
      const [oldest, newest] = [kept[0], kept.at(-1)];
      if (!oldest || !newest || after + 1 < oldest.first || lastPosition(newest) !== head) return false;
      const since = kept.slice(kept.findLastIndex((commit) => commit.first <= after) + 1);
      return !since.some((commit) => keys.some((key) => commit.keys.includes(key)));
    },
    after(position, limit) {
      const oldest = kept[0];
      if (!oldest || position + 1 < oldest.first) return null;
      let from = kept.length;
      while (from > 0 && lastPosition(kept[from - 1] as Commit) > position) from -= 1;
      return from === kept.length ? null : kept.slice(from, from + limit);
    },
  };
}
