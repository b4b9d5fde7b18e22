import { bench } from './inPage.mjs';

/** @typedef {import('./run.mjs').Bench} Bench */

/** What the log itself can do, in a worker of a page of its own. @type {readonly Bench[]} */
export const logBenches = [
  {
    measures: ['appendSingle'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        const times = await bench(page, 'appendSingle', quick ? 4 : 12);
        return {
          numbers: { 'appendSingle.ratioRaw': times.ours / times.raw },
          ratios: { 'appendSingle.ratioRaw': times.ours / times.raw },
          detail: { 'appendSingle.ms': times },
        };
      }),
  },
  {
    measures: ['settle'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        const times = await bench(page, 'settle', quick ? 4 : 12);
        return {
          numbers: { 'settle.ratioRaw': times.ours / times.raw },
          ratios: { 'settle.ratioRaw': times.ours / times.raw },
          detail: { 'settle.ms': times },
        };
      }),
  },
  {
    measures: ['appendBulk'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        const times = await bench(page, 'appendBulk', quick ? 4 : 10);
        const ratioRaw = times.ours / times.raw;
        return {
          numbers: { 'appendBulk.perSec': 1000 / times.ours, 'appendBulk.ratioRxdb': times.rxdb / times.ours },
          ratios: { 'appendBulk.perSec': ratioRaw, 'appendBulk.ratioRxdb': ratioRaw },
          detail: { 'appendBulk.ratioPouch': times.pouch / times.ours, 'appendBulk.perSecOf': perSecond(times) },
        };
      }),
  },
  {
    measures: ['replay'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        const times = await bench(page, 'replay', quick ? 3 : 5, quick ? 6000 : 15_000);
        return {
          numbers: { 'replay.perSec': 1000 / times.ours },
          ratios: { 'replay.perSec': times.ours / times.raw },
          detail: { 'replay.perSecOf': perSecond(times) },
        };
      }),
  },
];

/** @param {Record<string, number>} times */
function perSecond(times) {
  return Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, Math.round(1000 / ms)]));
}
