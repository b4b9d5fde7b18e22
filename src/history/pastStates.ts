import type { WorldEvent } from '../contracts';
import type { Log } from '../log';
import { foldEvent, foldInvariants, openInvariants, openViews, type InvariantStates, type Views } from '../projections';
import { copyState } from './copyState';

/** The world as it was after one event. */
export interface PastState {
  readonly position: number;
  readonly views: Views;
  readonly invariants: InvariantStates;
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

/** How many states are kept at most; when there are more, every second one goes. */
const mostKept = 64;
/** How many events are read at once. */
const readAtOnce = 1000;

/**
 * Folds a log up to wherever somebody looks, and keeps states on the way, so that the next look is not far from one. Only the log is read: a
 * state at a position is what a fold of the events up to there gives, nothing else.
 */
export function pastStates(
  log: Pick<Log, 'read'>,
  { restore, firstSpacing = 500 }: { readonly restore?: RestoreState; readonly firstSpacing?: number } = {},
): PastStates {
  let spacing = firstSpacing;
  let kept: PastState[] = [{ position: 0, views: openViews(), invariants: openInvariants() }];
  let turn: Promise<unknown> = Promise.resolve();

  function keep(state: PastState): void {
    const at = kept.findIndex((one) => one.position >= state.position);
    if (at >= 0 && kept[at]?.position === state.position) return;
    kept.splice(at < 0 ? kept.length : at, 0, copyOf(state));
    if (kept.length <= mostKept) return;
    spacing *= 2;
    // What was stored lies between: of those, too, every second one goes.
    kept = kept.filter(({ position }, n) => position === 0 || (position % spacing === 0 ? true : n % 2 === 0));
  }

  /** The nearest state before a position, to fold on: one of those kept, or a stored one when that is a long way from it. */
  async function nearest(position: number): Promise<PastState> {
    const from = kept.findLast((one) => one.position <= position) as PastState;
    if (!restore || position - from.position <= 2 * spacing) return copyOf(from);
    const stored = await restore(position);
    if (!stored || stored.position <= from.position || stored.position > position) return copyOf(from);
    keep(stored);
    return stored;
  }

  async function foldTo(position: number): Promise<PastState> {
    const state = { ...(await nearest(position)) };
    while (state.position < position) {
      const events = await log.read(state.position, Math.min(readAtOnce, position - state.position));
      for (const event of events) {
        if (event.position > position) break;
        foldInto(state, event);
        if (event.position % spacing === 0) keep(state);
      }
      if (events.length === 0) break;
    }
    return state;
  }

  return {
    at(position) {
      const mine = turn.then(() => foldTo(Math.max(0, Math.trunc(position))));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

function foldInto(state: { position: number } & Omit<PastState, 'position'>, event: WorldEvent): void {
  foldEvent(state.views, event);
  foldInvariants(state.invariants, event);
  state.position = event.position;
}

function copyOf({ position, views, invariants }: PastState): PastState {
  return { position, views: copyState(views), invariants: copyState(invariants) };
}
