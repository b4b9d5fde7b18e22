import type { WorldEvent } from '../contracts';
import type { Log } from '../log';
import { foldEvent, openViews, type Views } from '../projections';
import { openStrand, type Strand } from './strand';

/** The views as they were after one event. */
export interface PastState {
  readonly position: number;
  readonly views: Views;
}

/** The states of a history, at any position. */
export interface PastStates {
  /**
   * The state after the event at this position; 0 is the empty world, a position past the head is the head. What it returns is the caller's: it
   * does not change later.
   */
  at(position: number): Promise<PastState>;
}

/** Finds a stored state at or before a position, if there is one. What it gives is the asker's to fold on. */
export type RestoreState = (upTo: number) => Promise<PastState | null>;

/** How many events are read at once. */
const readAtOnce = 1000;
/** A state is kept after so many events, and after more of them in a log that is longer than this many times that. */
const usualSpacing = 250;
const spacings = 250;

/**
 * Folds a log up to wherever somebody looks, and keeps states on the way, so that the next look is not far from one. Only the log is read: a
 * state at a position is what a fold of the events up to there gives, nothing else.
 */
export function pastStates(
  log: Pick<Log, 'read'>,
  { restore, firstSpacing = usualSpacing }: { readonly restore?: RestoreState; readonly firstSpacing?: number } = {},
): PastStates {
  /** By where they start, the first at the empty world. */
  let strands: readonly Strand[] = [openStrand(0, openViews())];
  let turn: Promise<unknown> = Promise.resolve();
  const spacingAt = (position: number) => Math.max(firstSpacing, Math.floor(position / spacings));

  /** The strand to look along: of those kept, or one that begins at a stored state when that is a long way nearer. */
  async function strandFor(position: number): Promise<Strand> {
    const kept = strands.findLast(({ start }) => start <= position) as Strand;
    const far = position - Math.min(position, kept.end());
    if (!restore || far <= 2 * spacingAt(position)) return kept;
    const stored = await restore(position);
    if (!stored || stored.position <= kept.end() || stored.position > position) return kept;
    const fresh = openStrand(stored.position, stored.views);
    strands = [...strands, fresh].sort((one, other) => one.start - other.start);
    return fresh;
  }

  async function foldTo(wanted: number): Promise<PastState> {
    const strand = await strandFor(wanted);
    let { position, views } = strand.before(wanted);
    while (position < wanted) {
      const events = await log.read(position, Math.min(readAtOnce, wanted - position), wanted);
      for (const event of upTo(wanted, events)) {
        views = foldEvent(views, event);
        ({ position } = event);
        if (position - strand.end() >= spacingAt(position)) strand.add(position, views);
      }
      if (events.length === 0) break;
    }
    return { position, views };
  }

  return {
    at(position) {
      const mine = turn.then(() => foldTo(Math.max(0, Math.trunc(position))));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** A commit is read whole, also the last one, of which only a part may have happened by then. */
function upTo(position: number, events: readonly WorldEvent[]): readonly WorldEvent[] {
  return events.filter((event) => event.position <= position);
}
