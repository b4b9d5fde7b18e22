import { defineInvariant } from './Invariant';

/** A reader that counts notices what it missed. */
export const positionsHaveNoGap = defineInvariant<{ last: number; at: number }>({
  id: 'INV9',
  says: 'Positions are 1, 2, 3 … without a gap, and the clock never runs backwards.',
  open: () => ({ last: 0, at: Number.NEGATIVE_INFINITY }),
  check(memory, { position, at }) {
    const { last, at: before } = memory;
    memory.last = position;
    memory.at = at;
    if (position !== last + 1) return `position ${last + 1} was expected`;
    return at < before ? `its time is ${before - at} ms before that of the event before it` : null;
  },
});
