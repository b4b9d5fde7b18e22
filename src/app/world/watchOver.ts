import type { Log, Snapshots } from '../../log';
import type { LiveFolds } from './liveFolds';
import { rebuild, type Disagreement } from './rebuild';
import { ledFolds } from './worldFolds';

/** What is known of whether what is shown is what the log says. */
export interface Oversight {
  /** The position up to which all was rebuilt and agreed, or not; 0 before that. */
  readonly checkedTo: number;
  /** What did not agree when it was last looked, in words. */
  readonly because: string | null;
}

/** What the oracle needs. */
export interface OracleHost {
  readonly log: Log;
  readonly live: LiveFolds;
  readonly snapshots: Snapshots;
  readonly signal: AbortSignal;
  /** Resolves when services and agents have nothing to do, and had nothing for a while. */
  idle(): Promise<void>;
  changed(): void;
  onError(error: unknown): void;
}

/** Commits that are folded between two pauses. */
const slice = 40;

/**
 * The oracle: whenever nobody has anything to do, it rebuilds everything from the log, a little at a time, and compares it with what is stored and
 * with what is held. A snapshot that is not what the log says is dropped; that there was one is said on screen. It begins again when the log
 * has grown by a quarter.
 */
export function watchOver(host: OracleHost): () => Oversight {
  const { log, live, snapshots, signal, idle, changed } = host;
  let oversight: Oversight = { checkedTo: 0, because: null };

  async function pause() {
    await new Promise<void>((resolve) => setTimeout(resolve));
    await idle();
  }

  function nextCommit(): Promise<void> {
    return new Promise((resolve) => {
      const stop = log.onCommit(done);
      signal.addEventListener('abort', done, { once: true });
      function done() {
        stop();
        signal.removeEventListener('abort', done);
        resolve();
      }
    });
  }

  async function look(): Promise<void> {
    const again = rebuild(ledFolds, await snapshots.list(), pause);
    for (;;) {
      await pause();
      if (signal.aborted) return;
      const commits = await log.storedCommits(again.position(), slice);
      for (const commit of commits) await again.fold(commit);
      if (commits.length === 0 && (await again.compareHeld(live))) break;
    }
    const stored = again.found.filter(({ where }) => where === 'stored');
    if (stored.length > 0) await snapshots.drop(stored);
    oversight = { checkedTo: again.position(), because: inWords(again.found) };
    changed();
  }

  async function run() {
    while (!signal.aborted) {
      await idle();
      const { head } = log.world();
      if (head > 0 && head >= oversight.checkedTo * 1.25) await look();
      else await nextCommit();
    }
  }
  run().catch((error: unknown) => {
    if (!signal.aborted) host.onError(error);
  });
  return () => oversight;
}

/** What was found in one sentence; null when all agreed. */
export function inWords(found: readonly Disagreement[]): string | null {
  const [first, ...others] = found;
  if (!first) return null;
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return `${first.because}${first.where === 'stored' ? '; it was dropped' : ''}${more}`;
}
