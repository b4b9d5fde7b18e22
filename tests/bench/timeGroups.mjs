import { bench, median } from './inPage.mjs';

/** @typedef {import('./run.mjs').Bench} Bench */
/** @typedef {import('./run.mjs').Host} Host */
/** @typedef {import('playwright').Page} Page */

const opened = 'main[data-state=open]';
const slowedCpu = 4;
const restMs = 5000;

/** Looking back, going elsewhere, and moving house. @type {readonly Bench[]} */
export const timeBenches = [
  { measures: ['travel100k', 'fork'], run: (host) => travel(host, 100_000, 'travel100k', false) },
  { measures: ['travel1m'], run: (host) => travel(host, 1_000_000, 'travel1m', true) },
  { measures: ['timeline10k', 'scrub10k'], run: (host) => screens(host, 10_000, 'scrub10k') },
  { measures: ['scrub100k'], run: (host) => screens(host, 100_000, 'scrub100k') },
  {
    measures: ['export', 'importVerify'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        const { exportPerSec, importPerSec } = await bench(page, 'moveHouse', quick ? 10_000 : 50_000);
        return {
          numbers: { 'export.perSec': exportPerSec, 'importVerify.perSec': importPerSec },
          ratios: {},
          detail: {},
        };
      }),
  },
];

/** The shop at positions anywhere in a long history, sent to the page as a screen is; and forks of it. @param {Host} host @param {number} count @param {string} key @param {boolean} onDisk */
function travel({ quick, onBenchPage, note }, count, key, onDisk) {
  const events = quick ? count / 10 : count;
  if (quick) note(`${key} was measured with ${events} events: --quick`);
  return onBenchPage(
    async (page) => {
      const { looks, forks, firstMs } = await page.evaluate(async (wanted) => {
        const { bench: benches, lookBack, performance } = /** @type {any} */ (globalThis);
        const history = await benches.openHistory(wanted);
        const look = lookBack((/** @type {number} */ to, /** @type {unknown} */ held) => history.at(to, held));
        const head = await history.head;
        const began = performance.now();
        // The first look reads all of it; who looks back again is not far from where somebody looked before.
        await look(head);
        const first = performance.now() - began;
        const times = [];
        for (let n = 1; n <= 40; n++) {
          const start = performance.now();
          await look(Math.floor((head * ((n * 7919) % 10_007)) / 10_007));
          times.push(performance.now() - start);
        }
        const made = [];
        for (let n = 1; n <= 10; n++) made.push(await history.fork(Math.max(1, Math.floor((head * n) / 10) - 3)));
        return { looks: times, forks: made, firstMs: first };
      }, events);
      const numbers = /** @type {Record<string, number>} */ ({ [`${key}.p95Ms`]: p95(looks) });
      if (key === 'travel100k') numbers['fork.ms'] = median(forks);
      const detail = {
        [`${key}.p50Ms`]: median(looks),
        [`${key}.firstMs`]: firstMs,
        [`${key}.forksMs`]: forks.map(Math.round),
      };
      return { numbers, ratios: {}, detail };
    },
    { onDisk },
  );
}

/** The built app with a long history: the slider is moved until the screen shows that position; its timeline is moved and zoomed. @param {Host} host @param {number} count @param {string} key */
async function screens({ quick, server, newContext }, count, key) {
  const context = await newContext();
  const seeding = await context.newPage();
  await seeding.goto(`${server.origin}/bench/index.html`);
  await bench(seeding, 'seedShop', 'common-ground/', quick ? count / 10 : count);
  await seeding.close();
  const page = await context.newPage();
  await page.goto(`${server.origin}/?play=off`);
  await page.waitForSelector(opened, { timeout: 60_000 });
  // Agents, word vectors and a first snapshot are under way when a shop was just opened: a hand on the slider comes after them.
  await page.waitForTimeout(restMs);
  const times = await scrubbed(page);
  const numbers = /** @type {Record<string, number>} */ ({ [`${key}.p95Ms`]: p95(times) });
  const detail = /** @type {Record<string, unknown>} */ ({ [`${key}.ms`]: times.map(Math.round) });
  if (key === 'scrub10k') {
    await page.goto(`${server.origin}/?play=off#/log/timeline`);
    const frames = await timelineFrames(page);
    numbers['timeline10k.frameP50Ms'] = median(frames);
    detail['timeline10k.frameP95Ms'] = p95(frames);
  }
  await context.close();
  return { numbers, ratios: {}, detail };
}

/** @param {Page} page @returns {Promise<number[]>} */
function scrubbed(page) {
  return page.evaluate(async () => {
    const { document, performance, requestAnimationFrame, setTimeout, MutationObserver, Event } = /** @type {any} */ (
      globalThis
    );
    const slider = document.querySelector('input[type=range]');
    const head = Number(slider.max);
    const shown = () => document.querySelector('[data-position-shown]')?.dataset.positionShown;
    const go = (/** @type {number} */ to) =>
      new Promise((done) => {
        const start = performance.now();
        const look = () => {
          if (shown() !== String(to)) return;
          watcher.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        };
        const watcher = new MutationObserver(look);
        watcher.observe(document, { subtree: true, attributes: true, childList: true });
        slider.value = to;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        look();
      });
    const times = [];
    // The first look folds the history once; a hand that moves the slider comes after it.
    for (let n = 0; n <= 40; n++) {
      const ms = await go(Math.max(1, Math.floor(head * (0.98 - (0.9 * ((n * 7919) % 101)) / 101))));
      if (n > 0) times.push(ms);
    }
    return times;
  });
}

/** Time between frames while all of it, and parts of it, are zoomed and moved, on a processor four times slower. @param {Page} page @returns {Promise<number[]>} */
async function timelineFrames(page) {
  await page.waitForSelector('section[data-steps] canvas');
  await page.getByRole('button', { name: 'All', exact: true }).click();
  // All events have to be read before they can be drawn.
  await page.waitForFunction(() => {
    const { document } = /** @type {any} */ (globalThis);
    return Number(document.querySelector('section[data-steps]').dataset.steps) > 900;
  });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowedCpu });
  return page.evaluate(async () => {
    const { document, performance, requestAnimationFrame, WheelEvent } = /** @type {any} */ (globalThis);
    const box = document.querySelector('section[data-steps] .box');
    const { left, top, width } = box.getBoundingClientRect();
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const times = [];
    let before = 0;
    for (let n = 0; n < 90; n++) {
      const deltaY = n % 30 < 15 ? -40 : 40;
      const at = { clientX: left + width / 2, clientY: top + 20 };
      box.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY, bubbles: true, cancelable: true }));
      await frame();
      const now = performance.now();
      if (n > 5) times.push(now - before);
      before = now;
    }
    return times;
  });
}

/** Nineteen of twenty are not longer. @param {number[]} values */
function p95(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? NaN;
}
