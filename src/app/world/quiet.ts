import type { Log } from '../../log';

/**
 * Something to wait for between two pieces of work that nobody waits for: resolves when all are settled and nothing was committed for a while
 * (at once when that is so already), or when the signal fires.
 */
export function quiet(
  log: Pick<Log, 'onCommit'>,
  settled: () => Promise<void>,
  forMs: number,
  signal: AbortSignal,
): () => Promise<void> {
  let lastCommit = performance.now();
  signal.addEventListener(
    'abort',
    log.onCommit(() => (lastCommit = performance.now())),
  );
  return async () => {
    while (!signal.aborted) {
      await settled();
      const restMs = lastCommit + forMs - performance.now();
      if (restMs <= 0) return;
      await new Promise<void>((resolve) => setTimeout(resolve, restMs));
    }
  };
}
