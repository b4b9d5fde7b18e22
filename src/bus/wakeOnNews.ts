import type { NewsChannel } from './News';
import { openWake, type Wake } from './openWake';

/** Wakes on news of this world, and every `pollMs` even without: a reader that hears nothing at all is slower, not wrong. */
export function wakeOnNews(channel: NewsChannel, world: string, pollMs = 1000): Wake {
  return openWake({
    listen: (heard) =>
      channel.listen((item) => {
        if (item.world === world) heard();
      }),
    after(due) {
      const timer = setTimeout(due, pollMs);
      return () => clearTimeout(timer);
    },
  });
}
