import { firstFrom, type TimelineLayout } from './layTimeline';
import type { Look } from './look';

/** What stands on the timeline for those who do not see it: one event, or several that are too close to be told apart. */
export interface TwinMark {
  readonly key: string;
  readonly lane: number;
  /** Indices of the first and the last event it stands for. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** So many can be gone through by hand. */
export const mostMarks = 120;

/** The marks of what is in sight, oldest first. When there are too many events, those of a lane that lie together are one mark. */
export function twinOf(layout: TimelineLayout, look: Look): TwinMark[] {
  const { at, lane, lanes } = layout;
  const [first, end] = [firstFrom(at, look.from), firstFrom(at, look.to)];
  const apart = end - first <= mostMarks;
  const pieces = Math.max(1, Math.floor(mostMarks / Math.max(1, lanes.length)));
  const marks = new Map<string, TwinMark>();
  for (let index = first; index < end; index += 1) {
    const piece = Math.floor((((at[index] as number) - look.from) / (look.to - look.from)) * pieces);
    const key = apart ? String(index) : `${lane[index]}-${piece}`;
    const known = marks.get(key);
    marks.set(key, {
      key,
      lane: lane[index] as number,
      first: known?.first ?? index,
      last: index,
      count: (known?.count ?? 0) + 1,
    });
  }
  return [...marks.values()];
}

/** The nearest event in the next lane up or down that has one in sight; -1 when there is none. */
export function inNextLane(layout: TimelineLayout, look: Look, from: number, step: 1 | -1): number {
  const { at, lane, lanes } = layout;
  const [first, end] = [firstFrom(at, look.from), firstFrom(at, look.to)];
  const place = at[from] as number;
  for (let next = (lane[from] as number) + step; next >= 0 && next < lanes.length; next += step) {
    let found = -1;
    for (let index = first; index < end; index += 1) {
      if (lane[index] !== next) continue;
      if (found < 0 || Math.abs((at[index] as number) - place) < Math.abs((at[found] as number) - place)) found = index;
    }
    if (found >= 0) return found;
  }
  return -1;
}

/** The event nearest to a place in a lane, no farther than so many steps; -1 when there is none. */
export function eventAt(layout: TimelineLayout, lane: number, place: number, within: number): number {
  let found = -1;
  for (let index = firstFrom(layout.at, place - within); index < layout.at.length; index += 1) {
    const away = Math.abs((layout.at[index] as number) - place);
    if ((layout.at[index] as number) > place + within) break;
    if (layout.lane[index] !== lane || away > within) continue;
    if (found < 0 || away < Math.abs((layout.at[found] as number) - place)) found = index;
  }
  return found;
}
