import { verify, type Log, type Snapshots, type Verification } from '../../log';
import type { LiveFolds } from './liveFolds';
import { rebuild, type Disagreement } from './rebuild';
import { inWords } from './watchOver';

/** What a check of the whole history found, and of what is derived from it. */
export interface WholeVerification extends Verification {
  readonly derived: {
    /** How many snapshots were compared with what was rebuilt from the log. */
    readonly snapshots: number;
    /** What is stored or held and not what the log says; null when all of it is. */
    readonly because: string | null;
  };
}

/**
 * Checks every commit, and rebuilds everything on the way: what is stored and what is shown has to be the same, byte for byte. Snapshots that
 * are not are dropped.
 */
export async function verifyAll(log: Log, live: LiveFolds, snapshots: Snapshots): Promise<WholeVerification> {
  await log.refresh();
  const folds = live.held().map(({ fold }) => fold);
  const again = rebuild(folds, await snapshots.list(), () => new Promise((resolve) => setTimeout(resolve)));
  const verification = await verify(log, { onCommit: (commit) => again.fold(commit) });
  const found: Disagreement[] = [...again.found];
  if (verification.intact) {
    // What came in meanwhile is folded without being checked: it was checked when it was written.
    while (!(await again.compareHeld(live))) {
      await live.catchUp();
      for (const commit of await log.commits(again.position(), 500)) await again.fold(commit);
    }
    found.push(...again.found.slice(found.length));
    const stored = found.filter(({ where }) => where === 'stored');
    if (stored.length > 0) await snapshots.drop(stored);
  }
  return { ...verification, derived: { snapshots: again.compared(), because: inWords(found) } };
}
