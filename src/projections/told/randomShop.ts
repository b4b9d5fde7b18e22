import type { WorldEvent } from '../../contracts';
import { changeActs } from './changeActs';
import { houseActs } from './houseActs';
import { mailActs } from './mailActs';
import { marketActs } from './marketActs';
import { orderActs } from './orderActs';
import { openShop } from './shop';
import { stockActs } from './stockActs';

/** Everything that can be tried in the shop. */
export const acts = { ...stockActs, ...orderActs, ...marketActs, ...mailActs, ...changeActs, ...houseActs };

/** One thing that somebody tries; the numbers choose who, what and how many. */
export interface Attempt {
  readonly act: keyof typeof acts;
  readonly a: number;
  readonly b: number;
  readonly qty: number;
}

/**
 * A shop that keeps its promises, as a few naive rules: whatever is tried in it, the history it tells is one that a true log could
 * hold. The services are not asked, so views and invariants are tested against something independent of them.
 */
export function randomShop(attempts: readonly Attempt[]): readonly WorldEvent[] {
  const shop = openShop();
  for (const [n, { act, a, b, qty }] of attempts.entries()) acts[act](shop, { n, a, b, qty });
  return shop.history.events;
}
