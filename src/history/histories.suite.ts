import fc from 'fast-check';
import type { WorldEvent } from '../contracts';
// Only tests tell histories; the door of the room does not have them.
import { anyAct } from '../projections/told/anyAct';
import { randomShop, type Attempt } from '../projections/told/randomShop';

/** Histories of a shop that keeps its promises, up to about 400 events. */
export const histories: fc.Arbitrary<readonly WorldEvent[]> = fc
  .array(
    fc.record<Attempt>({
      act: anyAct,
      a: fc.nat(5),
      b: fc.nat(30),
      qty: fc.integer({ min: 1, max: 4 }),
    }),
    { maxLength: 80, size: 'max' },
  )
  .map(randomShop);
