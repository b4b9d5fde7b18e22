import { bench, median, memoryOf } from './inPage.mjs';

/** @typedef {import('./run.mjs').Bench} Bench */

const documents = 100_000;

/** What an agent knows, found and thought about: in a worker of a page of its own, with the vectors that the app ships. @type {readonly Bench[]} */
export const knowledgeBenches = [
  {
    measures: ['knowledge.rebuildPerSec'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        const times = [];
        for (let time = 0; time < (quick ? 1 : 3); time++) times.push(await bench(page, 'rebuild', documents));
        const numbers = { 'knowledge.rebuildPerSec': (documents * 1000) / median(times) };
        return { numbers, ratios: {}, detail: { 'knowledge.rebuildsMs': times.map(Math.round) } };
      }),
  },
  {
    measures: ['knowledge.memoryMb', 'retrieve.filteredP95Ms'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        // Once asked for something, the worker is there; what it holds of itself does not count.
        await bench(page, 'scriptedTurns', 1);
        const before = await memoryOf(page);
        await bench(page, 'holdKnowledge', documents);
        const after = await memoryOf(page);
        const times = await bench(page, 'searches', quick ? 500 : 3000);
        return {
          numbers: { 'knowledge.memoryMb': (after - before) / 1e6, 'retrieve.filteredP95Ms': quantile(times, 0.95) },
          ratios: {},
          detail: { 'retrieve.filteredMs': { p50: quantile(times, 0.5), p99: quantile(times, 0.99) } },
        };
      }),
  },
  {
    measures: ['turn.scriptedP50Ms'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        const times = await bench(page, 'scriptedTurns', quick ? 50 : 200);
        return {
          numbers: { 'turn.scriptedP50Ms': quantile(times, 0.5) },
          ratios: {},
          detail: { 'turn.scriptedMs': { first: times[0], p95: quantile(times, 0.95) } },
        };
      }),
  },
];

/** @param {number[]} values @param {number} part */
function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}
