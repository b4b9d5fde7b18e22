import { wakeOnNews, type NewsChannel } from '../../bus';
import { openLog, openSnapshots, type Log, type LogStore } from '../../log';
import { invariantsFold, viewsFold, type InvariantStates, type Views } from '../../projections';
import { liveFolds, type LiveFolds } from './liveFolds';
import { openPeople, type People } from './people';
import { followedFolds } from './worldFolds';

/** A world that somebody else leads: it is read and folded here, and nothing is written. */
export interface FollowedWorld {
  readonly log: Log;
  readonly live: LiveFolds;
  readonly views: Views;
  readonly invariants: InvariantStates;
  readonly people: People;
}

/** Follows a world's log: rebuilds the views, then folds what the news, or a look once a second, brings. */
export async function followWorld(host: {
  readonly store: LogStore;
  readonly worldId: string;
  readonly news: NewsChannel;
  readonly signal: AbortSignal;
  changed(): void;
  onError(error: unknown): void;
}): Promise<FollowedWorld> {
  const { signal, changed } = host;
  const log = await openLog(host.store, host.worldId);
  const people = openPeople(log, changed);
  const live = await liveFolds(log, openSnapshots(log), followedFolds);
  const views = live.stateOf(viewsFold);
  people.begin(views);
  await live.follow((event) => people.notice(event));
  const wake = wakeOnNews(host.news, host.worldId);

  async function tail() {
    while (!signal.aborted) {
      await wake.next(signal);
      const before = live.position();
      await Promise.all([live.catchUp(), log.refresh()]);
      if (live.position() > before) changed();
    }
    wake.close();
  }
  tail().catch((error: unknown) => {
    if (!signal.aborted) host.onError(error);
  });
  return { log, live, views, invariants: live.stateOf(invariantsFold), people };
}
