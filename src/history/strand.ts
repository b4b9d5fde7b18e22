import { applyChange, tellChanges, type Change } from '../kernel';
import type { Views } from '../projections';
import { copyState } from './copyState';

/** A position at which a strand can be picked up. */
interface Knot {
  readonly position: number;
  /** What changed since the knot before. */
  readonly change: Change;
  /** The whole state, at some of them. */
  readonly views: Views | null;
}

/** After so many knots the whole state is kept again. */
const wholeEvery = 64;
/** Views are a record of Maps, or of records of Maps: what lies in those are rows, which are replaced, never edited. */
const depth = 2;

/** The states along a stretch of a log. Between knots only what changed is kept, so that a long log takes little more than its rows. */
export interface Strand {
  readonly start: number;
  /** The last position that is kept. */
  end(): number;
  /** Keeps one more state, past the end. It is copied where it must be. */
  add(position: number, views: Views): void;
  /** The last kept state at or before a position that is not before the start; the caller's own, to fold on. */
  before(position: number): { readonly position: number; readonly views: Views };
}

/** Begins a strand with a state. */
export function openStrand(start: number, first: Views): Strand {
  const tell = tellChanges(depth);
  const knots: Knot[] = [];

  const strand: Strand = {
    start,
    end: () => knots.at(-1)?.position ?? start,
    add(position, views) {
      const change = tell(views);
      knots.push({ position, change, views: knots.length % wholeEvery === 0 ? copyState(views) : null });
    },
    before(position) {
      const at = knots.findLastIndex((knot) => knot.position <= position);
      const whole = knots.findLastIndex((knot, n) => n <= at && knot.views !== null);
      const views = copyState(knots[whole]?.views) as Views;
      for (const knot of knots.slice(whole + 1, at + 1)) applyChange(views, knot.change);
      return { position: knots[at]?.position ?? start, views };
    },
  };
  strand.add(start, first);
  return strand;
}
