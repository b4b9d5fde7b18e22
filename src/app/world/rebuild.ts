import type { Fold } from '../../contracts';
import { captureState, encodeState, lastPosition, type Commit, type SnapshotRow } from '../../log';
import type { LiveFolds } from './liveFolds';

/** A state that is not what the log makes of it. */
export interface Disagreement {
  readonly name: string;
  readonly position: number;
  readonly where: 'stored' | 'held';
  /** In words, for the screen. */
  readonly because: string;
}

/** States that are folded anew from the first event, beside those that are held and stored, to be compared with them. */
export interface Rebuild {
  /** The position it is at. */
  position(): number;
  /** Folds the next commit, and compares with every snapshot that stands at its end. */
  fold(commit: Commit): Promise<void>;
  /** Compares with what is held here, if that is at the same position; true when it was. */
  compareHeld(live: LiveFolds): Promise<boolean>;
  /** What was found so far. */
  readonly found: readonly Disagreement[];
  /** How many snapshots were compared. */
  compared(): number;
}

/**
 * Begins to rebuild. Compared is the form in which states are stored: canonical JSON, digest by digest, so two are equal when their bytes are.
 * @param snapshots those to compare with; of another version than their fold they are left out
 * @param pause waited for now and then, so that nobody has to wait for this
 */
export function rebuild(
  folds: readonly Fold<unknown>[],
  snapshots: readonly SnapshotRow[],
  pause: () => Promise<void>,
): Rebuild {
  const states = folds.map((fold) => ({ fold, state: fold.open(), encoder: encoderOf(pause) }));
  const due = new Map<number, SnapshotRow[]>();
  for (const row of snapshots) due.set(row.position, [...(due.get(row.position) ?? []), row]);
  const found: Disagreement[] = [];
  let position = 0;
  let compared = 0;

  return {
    found,
    position: () => position,
    compared: () => compared,
    async fold(commit) {
      for (const one of states) {
        for (const event of commit.events) one.state = one.fold.evolve(one.state, event);
      }
      position = lastPosition(commit);
      for (const row of due.get(position) ?? []) {
        const one = states.find(({ fold }) => fold.name === row.name && fold.version === row.version);
        if (!one) continue;
        compared += 1;
        if ((await one.encoder(one.state)) === row.outline) continue;
        const because = `what is stored of the ${row.name} as of position ${position} is not what the log says`;
        found.push({ name: row.name, position, where: 'stored', because });
      }
    },
    async compareHeld(live) {
      const held = live.held().filter((one) => one.position === position);
      if (live.position() !== position) return false;
      // All are taken in one breath: the world goes on while they are compared.
      const pairs = held.flatMap(({ fold, state }) => {
        const one = states.find((rebuilt) => rebuilt.fold.name === fold.name);
        return one ? [{ name: fold.name, rebuilt: one.encoder(one.state), held: encoderOf(pause)(state) }] : [];
      });
      for (const pair of pairs) {
        if ((await pair.rebuilt) === (await pair.held)) continue;
        const because = `what this tab holds of the ${pair.name} at position ${position} is not what the log says: reload it`;
        found.push({ name: pair.name, position, where: 'held', because });
      }
      return true;
    },
  };
}

/** Encodes one state again and again; parts that have not changed since are not encoded anew. The state is taken when it is called. */
function encoderOf(pause: () => Promise<void>): (state: unknown) => Promise<string> {
  let known: Parameters<typeof encodeState>[1] = new Map();
  return async (state) => {
    const encoded = await encodeState(captureState(state), known, () => Promise.resolve(), pause);
    known = encoded.known;
    return encoded.outline;
  };
}
