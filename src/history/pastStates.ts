import type { WorldEvent } from '../contracts';
import type { Log } from '../log';
import { foldEvent, foldInvariants, openInvariants, openViews, type InvariantStates, type Views } from '../projections';
import { copyViews } from './copyViews';

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

/** How many states are kept at most; when there are more, every second one goes. */
const mostKept = 64;
/** How many events are read at once. */
const readAtOnce = 1000;

/**
 * Folds a log up to wherever somebody looks, and keeps states on the way, so that the next look is not far from one. Only the log is read: a
 * state at a position is what a fold of the events up to there gives, nothing else.
 */
export function pastStates(log: Pick<Log, 'read'>, firstSpacing = 500): PastStates {
  let spacing = firstSpacing;
  let kept: PastState[] = [{ position: 0, views: openViews(), invariants: openInvariants() }];
  let turn: Promise<unknown> = Promise.resolve();

  function keep(state: PastState): void {
    const at = kept.findIndex((one) => one.position >= state.position);
    if (at >= 0 && kept[at]?.position === state.position) return;
    kept.splice(at < 0 ? kept.length : at, 0, copyOf(state));
    if (kept.length <= mostKept) return;
    spacing *= 2;
    kept = kept.filter(({ position }) => position % spacing === 0);
  }

  async function foldTo(position: number): Promise<PastState> {
    const from = kept.findLast((one) => one.position <= position) as PastState;
    const state = { ...copyOf(from) };
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
  // Views replace their rows, so a copy can share them. What an invariant remembers is its own business.
  return { position, views: copyViews(views), invariants: structuredClone(invariants) };
}
