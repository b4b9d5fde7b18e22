import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventTypes, type EventType, type WorldEvent } from '../contracts';
import { canonicalJson, deepFreeze } from '../kernel';
import { equalWorldForm } from './equalWorldForm';
import { projections } from './projections';
import { naiveViews } from './told/naiveViews';
import { anyAct } from './told/anyAct';
import { randomShop, type Attempt } from './told/randomShop';
import { tellHistory } from './told/tellHistory';
import { foldAll, foldEvent, openViews, type Views } from './views';
import { viewsToJson, type Json } from './viewsToJson';

const attempt = fc.record<Attempt>({
  act: anyAct,
  a: fc.nat(5),
  b: fc.nat(30),
  qty: fc.integer({ min: 1, max: 4 }),
});
const histories = fc.array(attempt, { maxLength: 160, size: 'max' }).map(randomShop);
const bytes = (views: Views) => canonicalJson(viewsToJson(views));
/** Refusals of which the views only count that they are refusals; other refusals are told. */
const neverTold: EventType[] = [
  'CustomerRefused',
  'PriceChangeRefused',
  'ProductRefused',
  'SaleEndRefused',
  'SaleRefused',
  'PromotionPauseRefused',
];
const names = Object.keys(projections) as (keyof Views)[];

describe('the registry', () => {
  test.each(names)('[VIEW1] %s is one line in the registry, under its own name, and the views have it', (name) => {
    expect(projections[name].name).toBe(name);
    expect(projections[name].version).toBeGreaterThanOrEqual(1);
    expect(openViews()).toHaveProperty(name);
  });

  test('[VIEW1] nothing but the registry says which views there are', () => {
    expect(Object.keys(openViews())).toEqual(names);
    expect(Object.keys(viewsToJson(openViews()) as object)).toEqual(names);
    expect(Object.keys(naiveViews).sort()).toEqual([...names].sort());
  });
});

describe('on random histories', () => {
  test('[VIEW2] they hold every message that a view looks at', () => {
    const types = new Set(
      fc.sample(histories, { numRuns: 800, seed: 1 }).flatMap((events) => events.map(({ type }) => type)),
    );
    expect([...eventTypes].filter((type) => !types.has(type))).toEqual(neverTold);
  });

  test.each(names)('[VIEW2] %s says what a naive look through the whole history says', (name) => {
    fc.assert(
      fc.property(histories, (events) => {
        const json = viewsToJson(foldAll(events), { places: false }) as Record<keyof Views, Json>;
        expect(json[name]).toEqual(naiveViews[name](events));
      }),
      { numRuns: 60 },
    );
  });

  test('[VIEW3] the same history gives the same bytes, and so does a fold that goes on from a snapshot', () => {
    fc.assert(
      fc.property(histories, fc.nat(400), (events, cut) => {
        const whole = bytes(foldAll(events));
        let views = structuredClone(foldAll(events.slice(0, cut)));
        for (const event of events.slice(cut)) views = foldEvent(views, event);
        expect(bytes(views)).toBe(whole);
        expect(bytes(foldAll(events))).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('[VIEW4] rows are replaced, never edited', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const views = openViews();
        for (const event of events) {
          foldEvent(views, event);
          for (const row of rowsOf(views)) deepFreeze(row);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('[VIEW5] a history with holes, doubles and strangers in it folds without a complaint', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat(3)), (events, chance) => {
        const holed = events.flatMap((event) =>
          Array<WorldEvent>([0, 1, 1, 2][chance.next().value as number] ?? 1).fill(event),
        );
        expect(() => bytes(foldAll(holed))).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  test('[VIEW6] every row that an event touched says so in changedAt', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const views = openViews();
        for (const event of events) {
          const before = new Set(rowsOf(views));
          foldEvent(views, event);
          for (const row of rowsOf(views))
            if (!before.has(row)) expect(row).toHaveProperty('changedAt', event.position);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('[VIEW7] two worlds that differ only in ids, positions, times and refusals are equal', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { tell, events: extra } = tellHistory();
        const promotion = { promotionId: 'pr-x', saleId: 's-x', sku: 'MUG-1', text: 'Cheap' };
        const refusal = { rule: 'no-such-sale', because: 'no sale', about: [] };
        tell('PromotionRefused', refusal, { answers: tell('PromotionRequested', promotion) });
        const shifted = [...extra, ...events].map((event, n) => ({
          ...event,
          position: n + 1,
          at: event.at + 5,
          id: `other-${event.id}`,
          correlationId: `other-${event.correlationId}`,
          ...(event.answers && { answers: `other-${event.answers}` }),
        })) as unknown as WorldEvent[];
        const [one, other] = [foldAll(events), foldAll(shifted)];
        expect(canonicalJson(equalWorldForm(other))).toBe(canonicalJson(equalWorldForm(one)));
      }),
      { numRuns: 30 },
    );
  });
});

test('[VIEW7] a world in which a post went out twice is another world', () => {
  const receive: Attempt = { act: 'receive', a: 0, b: 1, qty: 4 };
  const post: Attempt = { act: 'post', a: 0, b: 0, qty: 1 };
  const form = (attempts: Attempt[]) => canonicalJson(equalWorldForm(foldAll(randomShop(attempts))));
  expect(form([receive, post, post])).not.toBe(form([receive, post]));
  expect(form([receive, post, { ...receive, act: 'agent' }])).toBe(form([receive, post]));
});

test('[VIEW8] the canonical value does not depend on the order in which keys came in', () => {
  const views = foldAll(randomShop([{ act: 'receive', a: 1, b: 1, qty: 4 }]));
  const reversed = { ...views, stock: new Map([...views.stock].reverse()) };
  expect(bytes(reversed)).toBe(bytes(views));
  expect(canonicalJson(viewsToJson(views, { places: false }))).not.toMatch(/changedAt|lastEvent|position/);
});

function rowsOf(views: Views): object[] {
  const { campaigns, proposals, ledger, house } = views;
  const maps = [views.orders, views.stock, views.products, views.inbox, views.customers, views.turns];
  const books = [views.approvals, ledger.entries, ledger.methods, house.policies];
  const nested = [campaigns.posts, campaigns.promotions, proposals.waiting, proposals.answered];
  return [...maps, ...books, ...nested].flatMap((map) => [...map.values()] as object[]);
}
