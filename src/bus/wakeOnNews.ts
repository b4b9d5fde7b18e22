import type { NewsChannel } from './News';

/** Something to wait on between two looks at the log. */
export interface Wake {
  /** Resolves when there may be something new since the last call, or when the signal fires. Never rejects. */
  next(signal: AbortSignal): Promise<void>;
  close(): void;
}

/**
 * Wakes on news of this world, and every `pollMs` even without: a reader that hears nothing at all is slower, not wrong. News that comes
 * while nobody waits is kept, so nothing slips between a look and the next wait.
 */
export function wakeOnNews(channel: NewsChannel, world: string, pollMs = 1000): Wake {
  let pending = false;
  let wake: (() => void) | null = null;
  const stop = channel.listen((item) => {
    if (item.world !== world) return;
    pending = true;
    wake?.();
  });
  return {
    next: (signal) =>
      new Promise((resolve) => {
        const timer = setTimeout(done, pollMs);
        function done() {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          wake = null;
          pending = false;
          resolve();
        }
        wake = done;
        signal.addEventListener('abort', done, { once: true });
        if (pending || signal.aborted) done();
      }),
    close: stop,
  };
}
