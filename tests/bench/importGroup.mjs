import { bench } from './inPage.mjs';

/** @typedef {import('./run.mjs').Bench} Bench */

const full = { products: 1000, customers: 10_000, orders: 50_000 };
const small = { products: 100, customers: 1000, orders: 5000 };

/** A whole shop from a file, and what a decision costs in it. @type {readonly Bench[]} */
export const importBenches = [
  {
    measures: ['import', 'decide'],
    run: ({ quick, onBenchPage, note }) =>
      onBenchPage(async (page) => {
        const size = quick ? small : full;
        if (quick) note(`import and decide were measured with ${size.orders} orders: --quick`);
        const times = await bench(page, 'importLargeShop', size, 200);
        const sorted = [...times.decideMs].sort((a, b) => a - b);
        return {
          numbers: {
            'import.ordersPerSec': size.orders / (times.ordersMs / 1000),
            'decide.p95Ms': sorted[Math.floor(sorted.length * 0.95)] ?? NaN,
          },
          ratios: {},
          detail: {
            'import.wholeMs': Math.round(times.importMs),
            'import.readMs': Math.round(times.readMs),
            'import.bytes': times.bytes,
            'import.events': times.events,
            'decide.p50Ms': sorted[sorted.length >> 1],
          },
        };
      }),
  },
];
