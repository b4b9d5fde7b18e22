import { bench, median } from './inPage.mjs';

/** @typedef {import('./run.mjs').Bench} Bench */

/** How fast the lab is, in a worker as in the app. @type {readonly Bench[]} */
export const labBenches = [
  {
    measures: ['lab'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        const count = quick ? 50_000 : 200_000;
        /** @type {number[]} */
        const messages = [];
        /** @type {number[]} */
        const days = [];
        for (let seed = 1; seed <= (quick ? 3 : 5); seed++) {
          messages.push((count / (await bench(page, 'labMessages', count))) * 1000);
          days.push(await bench(page, 'labDay', seed));
        }
        const numbers = { 'lab.messagesPerSec': median(messages), 'lab.shopDayMs': median(days) };
        return { numbers, ratios: {}, detail: { 'lab.shopDaysMs': days } };
      }),
  },
];
