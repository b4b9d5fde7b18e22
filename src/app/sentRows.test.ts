import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../kernel';
import { histories } from '../history/histories.suite';
import { foldAll, viewsToJson, type Views } from '../projections';
import { rowsReader, rowsSender } from './sentRows';

const bytes = (views: Views) => canonicalJson(viewsToJson(views));

describe('what somebody who looks back is sent', () => {
  test('[APP2] the views at any positions, one after the other, are the views', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(300), { minLength: 1, maxLength: 10 }), (events, positions) => {
        const [send, read] = [rowsSender(2), rowsReader()];
        for (const position of positions) {
          const views = foldAll(events.slice(0, position));
          const shown = read(structuredClone(send(views))) as Views;
          expect(bytes(shown)).toBe(bytes(views));
          expect([...shown.orders.keys()]).toEqual([...views.orders.keys()]);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('[APP2] a row goes once, and again when it was another one then', () => {
    const send = rowsSender(0);
    const row = (n: number, changedAt: number) => [`k${n}`, { n, changedAt }] as const;
    const freshOf = (rows: readonly (readonly [string, unknown])[]) => {
      const sent = send(new Map(rows));
      return sent.is === 'table' ? [...sent.ids, ...sent.fresh.map(([, key]) => key)] : [];
    };
    expect(freshOf([row(0, 1), row(1, 2)])).toEqual([0, 1, 'k0', 'k1']);
    expect(freshOf([row(1, 2)])).toEqual([1]);
    expect(freshOf([row(1, 9), row(0, 1)])).toEqual([1, 0, 'k1']);
  });

  test('[APP2] rows that nobody was shown for long are let go, and come again', () => {
    const [send, read] = [rowsSender(0), rowsReader()];
    const rows = (from: number) =>
      new Map(Array.from({ length: 1000 }, (_, n) => [`k${from + n}`, { n: from + n, changedAt: from + n }]));
    const anew = Array.from({ length: 12 }, (_, n) => {
      const sent = send(rows(1000 * n));
      expect(read(sent)).toEqual(rows(1000 * n));
      return sent.is === 'table' && sent.anew;
    });
    expect(anew.filter(Boolean).length).toBeGreaterThan(1);
    expect(read(send(rows(0)))).toEqual(rows(0));
  });
});
