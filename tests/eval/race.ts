import type { ShopRecords } from '../../src/intake';
import type { LogStore } from '../../src/log';
import { lights } from '../../src/projections';
import type { Action } from './Action';
import { openBooks, type Books } from './Books';
import { differences } from './differences';
import { freshShop } from './evalShop';
import { judge, write, type Verdict } from './oracle';
import type { Step } from './schedule';

/** What came of a race: what was accepted, in that order, what was not, and what is wrong at the end, in words. */
export interface RaceResult {
  readonly accepted: number;
  readonly refused: number;
  readonly violations: readonly string[];
}

/** The schedule in the shop: an act is a proposal that says how old its author's view is. */
export async function raceOurs(
  store: LogStore,
  records: ShopRecords,
  steps: readonly Step[],
  id: string,
): Promise<RaceResult> {
  const shop = await freshShop(store, id);
  const start = openBooks(records);
  const looked = new Map<string, number>();
  const accepted: Action[] = [];
  let refused = 0;
  try {
    for (const { does, name, action } of steps) {
      if (does === 'look') {
        looked.set(name, shop.world.log.world().head);
        continue;
      }
      const customerId = start.orders.get(action.orderId)?.customerId ?? '';
      const answer = await shop.ask(action, customerId, `${id}-${name}`, looked.get(name) ?? 0);
      if (answer.refused === null) accepted.push(action);
      else refused += 1;
    }
    const broken = lights(shop.world.invariants).filter(({ ok }) => !ok);
    const violations = [
      ...violationsOf(start, accepted, await shop.books()),
      ...broken.map(({ id: light, because }) => `${light}: ${because}`),
    ];
    return { accepted: accepted.length, refused, violations };
  } finally {
    shop.close();
  }
}

/**
 * The same schedule on whole documents: an agent reads order, customer and variants, judges by the policy, and later writes what it made of
 * them, as a whole. Whoever writes last has written.
 */
export function raceDocuments(records: ShopRecords, steps: readonly Step[]): RaceResult {
  const books = openBooks(records);
  const verdicts = new Map<string, Verdict>();
  const accepted: Action[] = [];
  let refused = 0;
  for (const { does, name, action } of steps) {
    if (does === 'look') {
      verdicts.set(name, judge(books, action));
      continue;
    }
    const verdict = verdicts.get(name);
    if (!verdict || 'refused' in verdict) refused += 1;
    else {
      write(books, verdict.writes);
      accepted.push(action);
    }
  }
  return { accepted: accepted.length, refused, violations: violationsOf(openBooks(records), accepted, books) };
}

/**
 * What was accepted is done again by the oracle, one after the other: the policy must allow each where it stands, and the end must be the same
 * in every order, on every gift card and on every shelf.
 */
export function violationsOf(start: Books, accepted: readonly Action[], end: Books): string[] {
  const forbidden: string[] = [];
  for (const action of accepted) {
    const verdict = judge(start, action);
    if ('writes' in verdict) write(start, verdict.writes);
    else forbidden.push(`${action.kind} of ${action.orderId} was accepted: ${verdict.refused}`);
  }
  return [...forbidden, ...differences(start, end)];
}
