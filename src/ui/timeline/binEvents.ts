import { shapes } from '../shared/kinds';
import { firstFrom, type TimelineLayout } from './layTimeline';
import type { Look } from './look';

/** How many events fall on each pixel of each lane: `lane * columns + column`. */
export interface Bins {
  readonly columns: number;
  readonly counts: Uint32Array;
  /** How many of them are refusals. */
  readonly refusals: Uint32Array;
  /** The most on one pixel. */
  readonly most: number;
}

const refusal = shapes.indexOf('refusal');

/** Puts what is seen into pixels: drawing then costs what the screen is wide, however many events there are. */
export function binEvents(layout: TimelineLayout, look: Look, columns: number): Bins {
  const { at, lane, shape, lanes } = layout;
  const counts = new Uint32Array(lanes.length * columns);
  const refusals = new Uint32Array(lanes.length * columns);
  const scale = columns / (look.to - look.from);
  let most = 0;
  for (let index = firstFrom(at, look.from); index < at.length; index += 1) {
    const column = Math.floor(((at[index] as number) - look.from) * scale);
    if (column >= columns) break;
    const place = (lane[index] as number) * columns + column;
    const count = (counts[place] as number) + 1;
    counts[place] = count;
    if (shape[index] === refusal) refusals[place] = (refusals[place] as number) + 1;
    if (count > most) most = count;
  }
  return { columns, counts, refusals, most };
}
