import './noEval';
import { z } from 'zod';
import { customerId, orderId, ref } from './ids';
import { moneyMove } from './payments';
import { boughtItem, words } from './quantities';

/** Milliseconds since 1970, from 1970 to the year 3000: what another system says about its past. */
const moment = z.int().min(0).max(32_503_680_000_000);

/** An order of another system, as it stands there. What moved then is history: it does not touch the balance of a gift card here. */
export const takenOver = z.strictObject({
  orderId,
  customerId,
  /** `placed` has not been sent: stock is set aside for it here. */
  status: z.enum(['placed', 'shipped', 'delivered', 'cancelled']),
  items: z.array(boughtItem).min(1).max(50),
  moves: z.array(moneyMove).max(50),
  /** Where it goes, in the side store; null when nobody says. */
  address: ref.nullable(),
  placedAt: moment,
  deliveredAt: moment.nullable(),
});

export type TakenOver = z.infer<typeof takenOver>;

/** What was left out of an import, and by which rule. */
export const leftOut = z.array(
  z.strictObject({ id: z.string().max(64), rule: z.string().max(40), because: words(400) }),
);
