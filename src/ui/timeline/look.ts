/** The part of a timeline that is looked at, in steps. */
export interface Look {
  readonly from: number;
  readonly to: number;
}

/** Nobody needs to see less than this many steps at once. */
const leastSteps = 8;

/** Room beside the first and the last event, as a share of what is in sight. */
const room = 0.03;

/** All of it, with some room at each end. */
export function whole(steps: number): Look {
  const width = Math.max(leastSteps, (steps - 1) / (1 - 2 * room));
  return { from: -room * width, to: (1 - room) * width };
}

/** The last part of it, as wide as the look was. */
export function atTheEnd({ from, to }: Look, steps: number): Look {
  return moved({ from, to }, steps, steps);
}

/** Closer by a factor over 1, wider by one below; what lies `around` stays where it is. */
export function zoomed({ from, to }: Look, factor: number, around: number, steps: number): Look {
  return kept({ from: around - (around - from) / factor, to: around + (to - around) / factor }, steps);
}

/** Moved by so many steps, as far as there is something. */
export function moved({ from, to }: Look, by: number, steps: number): Look {
  return kept({ from: from + by, to: to + by }, steps);
}

/** Moved as little as possible, so that this place is in it with some room beside it. */
export function showing(look: Look, at: number, steps: number): Look {
  const beside = (look.to - look.from) / 10;
  if (at < look.from + beside) return moved(look, at - beside - look.from, steps);
  if (at > look.to - beside) return moved(look, at + beside - look.to, steps);
  return look;
}

/** True when what comes next is in sight. */
export const isAtTheEnd = ({ to }: Look, steps: number): boolean => to >= steps - 1;

function kept({ from, to }: Look, steps: number): Look {
  const all = whole(steps);
  const width = Math.max(leastSteps, Math.min(to - from, all.to - all.from));
  const last = Math.max(steps - 1, width * (1 - 2 * room));
  const start = Math.max(-room * width, Math.min((from + to - width) / 2, last - (1 - room) * width));
  return { from: start, to: start + width };
}
