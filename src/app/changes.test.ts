import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, tellChanges, tellRows, withChange, withRows } from '../kernel';
import { histories } from '../history/histories.suite';
import { foldEvent, openViews, viewsToJson, type Views } from '../projections';

const bytes = (views: Views) => canonicalJson(viewsToJson(views));

describe('what the page is told', () => {
  test('[APP1] the views after any changes, told now and then, are the views', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 20 }), (events, every) => {
        const views = openViews();
        const tell = tellChanges(2);
        let shown = withChange(undefined, structuredClone(tell(views))) as Views;
        for (const [n, event] of events.entries()) {
          foldEvent(views, event);
          if (n % every > 0) continue;
          shown = withChange(shown, structuredClone(tell(views))) as Views;
          expect(bytes(shown)).toBe(bytes(views));
          expect([...shown.orders.keys()]).toEqual([...views.orders.keys()]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('[APP1] nothing is told when nothing changed, and one row when one did', () => {
    const rows = new Map(Array.from({ length: 100 }, (_, n) => [`k${n}`, { n }]));
    const state = { rows, count: 1 };
    const tell = tellChanges(1);
    tell(state);
    expect(tell(state)).toBeNull();
    rows.set('k7', { n: -7 });
    rows.delete('k8');
    expect(tell(state)).toEqual({
      is: 'fields',
      fields: { rows: { is: 'map', table: { set: [['k7', { n: -7 }]], gone: ['k8'] } } },
    });
  });

  test('[APP1] what did not change stays the very same', () => {
    const [one, other] = [new Map([['a', 1]]), new Map([['b', 2]])];
    const tell = tellChanges(1);
    const shown = withChange(undefined, tell({ one, other })) as {
      one: Map<string, number>;
      other: Map<string, number>;
    };
    one.set('c', 3);
    const next = withChange(shown, tell({ one, other })) as typeof shown;
    expect(next.other).toBe(shown.other);
    expect(next.one).not.toBe(shown.one);
    expect(next.one).toEqual(one);
  });

  test('[APP1] names come and go', () => {
    const tell = tellRows();
    const names: Record<string, string> = { a: 'Ada' };
    let shown = withRows({}, tell(names));
    names['b'] = 'Ben';
    delete names['a'];
    names['c'] = 'Cid';
    shown = withRows(shown, tell(names));
    expect(shown).toEqual({ b: 'Ben', c: 'Cid' });
    expect(withRows(shown, tell(names))).toBe(shown);
  });
});
