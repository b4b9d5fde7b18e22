/** Something to wait on between two looks at the log. */
export interface Wake {
  /** Resolves when there may be something new since the last call, or when the signal fires. Never rejects. */
  next(signal: AbortSignal): Promise<void>;
  close(): void;
}

/** What a wake hangs on: news that comes, and a clock for when none does. */
export interface WakeSource {
  /** Calls `heard` at every piece of news. Returns the way to stop. */
  listen(heard: () => void): () => void;
  /** Calls `due` once, when it has been silent for long enough. Returns the way to cancel. */
  after(due: () => void): () => void;
}

/** News that comes while nobody waits is kept, so nothing slips between a look and the next wait. */
export function openWake({ listen, after }: WakeSource): Wake {
  let pending = false;
  let wake: (() => void) | null = null;
  const close = listen(() => {
    pending = true;
    wake?.();
  });
  return {
    next: (signal) =>
      new Promise((resolve) => {
        const cancel = after(done);
        function done() {
          cancel();
          signal.removeEventListener('abort', done);
          wake = null;
          pending = false;
          resolve();
        }
        wake = done;
        signal.addEventListener('abort', done, { once: true });
        if (pending || signal.aborted) done();
      }),
    close,
  };
}
