/** What an agent waits on when it has read everything. News may be lost, so a wake may also come for nothing; never a wait for ever. */
export interface Wake {
  /** Resolves at the next news, at once if there was some since the last call, and when the signal aborts. */
  next(signal: AbortSignal): Promise<void>;
}

/** A wake that rings when told, and by itself after `pollMs`, because a dropped message must change nothing. */
export function openWake({ pollMs }: { readonly pollMs: number }): Wake & { ring(): void } {
  let rung = false;
  let waiting: (() => void) | null = null;
  return {
    ring() {
      rung = true;
      waiting?.();
    },
    next: (signal) =>
      new Promise((resolve) => {
        const go = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', go);
          waiting = null;
          rung = false;
          resolve();
        };
        const timer = setTimeout(go, pollMs);
        if (rung || signal.aborted) return go();
        waiting = go;
        signal.addEventListener('abort', go, { once: true });
      }),
  };
}
