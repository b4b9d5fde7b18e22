import type { NewsChannel } from './News';

/** A channel whose next messages can be dropped on purpose, to see that nothing is lost. */
export interface DroppingNews extends NewsChannel {
  dropNext(count: number): void;
  /** How many are still to be dropped, and how many were. */
  counts(): { readonly toDrop: number; readonly dropped: number };
}

/** Wraps a channel so that announcements can be swallowed before anybody hears them. */
export function droppingNews(channel: NewsChannel): DroppingNews {
  let toDrop = 0;
  let dropped = 0;
  return {
    ...channel,
    announce(item) {
      if (toDrop === 0) return channel.announce(item);
      toDrop -= 1;
      dropped += 1;
    },
    dropNext(count) {
      toDrop += count;
    },
    counts: () => ({ toDrop, dropped }),
  };
}
