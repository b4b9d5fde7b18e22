import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../contracts';
import { canonicalJson } from '../kernel';
import { foldAll, foldEvent, viewsToJson, type Views } from '../projections';
import { histories } from './histories.suite';
import { pastStates } from './pastStates';

const bytes = (views: Views) => canonicalJson(viewsToJson(views));
const logOf = (events: readonly WorldEvent[]) => ({
  read: async (after: number, limit: number) => events.slice(after, after + limit),
});
const places = fc.array(fc.nat(500), { minLength: 1, maxLength: 8 });

describe('the state at a position', () => {
  test('[PAST1] is the fold of the events up to there, in whatever order positions are asked for', async () => {
    await fc.assert(
      fc.asyncProperty(histories, places, async (events, positions) => {
        // Often enough that a strand keeps the whole state more than once.
        const past = pastStates(logOf(events), { firstSpacing: 2 });
        for (const position of positions) {
          const state = await past.at(position);
          const before = events.slice(0, position);
          expect(state.position).toBe(before.length);
          expect(bytes(state.views)).toBe(bytes(foldAll(before)));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('[PAST2] does not change when somebody looks elsewhere, or folds on from it', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(300), fc.nat(300), async (events, first, second) => {
        const past = pastStates(logOf(events), { firstSpacing: 5 });
        const { views } = await past.at(first);
        const was = bytes(views);
        const [other] = await Promise.all([past.at(second), past.at(first + 3)]);
        expect(bytes(views)).toBe(was);
        for (const event of events.slice(Math.min(second, events.length))) foldEvent(other.views, event);
        expect(bytes((await past.at(second)).views)).toBe(bytes(foldAll(events.slice(0, second))));
        expect(other.position).toBe(Math.min(second, events.length));
      }),
      { numRuns: 30 },
    );
  });

  test('[PAST4] is the same whether it is folded from the beginning or on from a stored state, and the log before that is not read', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(300), fc.nat(60), async (events, position, back) => {
        const end = Math.min(position, events.length);
        const start = Math.max(0, end - back);
        const before = events.slice(0, start);
        const stored = () => ({ position: start, views: foldAll(before) });
        const read: number[] = [];
        const log = {
          read: (after: number, limit: number) => {
            read.push(after);
            return logOf(events).read(after, limit);
          },
        };
        const past = pastStates(log, { restore: async () => stored(), firstSpacing: 1 });
        const state = await past.at(position);
        expect(bytes(state.views)).toBe(bytes(foldAll(events.slice(0, end))));
        if (position > 2) expect(Math.min(Infinity, ...read)).toBeGreaterThanOrEqual(start);
        expect(bytes((await past.at(position)).views)).toBe(bytes(state.views));
      }),
      { numRuns: 30 },
    );
  });
});
