import { bench, firstPaintOf, markOf, median, memoryOf, settled, snapshotsStored, watchFor } from './inPage.mjs';
import { sizes } from './sizes.mjs';

/** @typedef {import('./run.mjs').Bench} Bench */
/** @typedef {import('./run.mjs').Host} Host */
/** @typedef {import('playwright').Page} Page */

const opened = 'main[data-state=open]';
const agentEvent = '[data-type=AgentDecided]';
const slowedCpu = 4;

/** What somebody who opens the page gets to see, and when. @type {readonly Bench[]} */
export const pageBenches = [
  { measures: ['proposalToScreen'], run: proposalToScreen },
  { measures: ['open100k', 'memory100kMb'], run: open100k },
  { measures: ['boot'], run: boot },
  {
    measures: ['pageJs', 'workersJs'],
    async run({ server }) {
      const { pageJs, workersJs } = sizes(server.dist);
      return { numbers: { 'pageJs.gz': pageJs, 'workersJs.gz': workersJs }, ratios: {}, detail: {} };
    },
  },
];

/** From the press of Step, which lets one thing happen from outside, until the screen shows a new event. @param {Host} host */
async function proposalToScreen({ quick, server, newContext, onBenchPage }) {
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(`${server.origin}/?play=off`);
  await page.waitForSelector(opened);
  const other = await context.newPage();
  await other.goto(`${server.origin}/?play=off`);
  const followerIsLive = await other.waitForSelector(opened, { timeout: 3000 }).catch(() => null);
  const steps = quick ? 10 : 25;
  const leaders = await stepsOn(page, steps);
  const followers = followerIsLive ? await stepsOn(other, steps) : [];
  await context.close();
  const raw = await onBenchPage((benchPage) => bench(benchPage, 'putSingle', 10));
  const [leader, follower] = [median(leaders), median(followers)];
  return {
    numbers: { 'proposalToScreen.p50Ms': leader, 'proposalToScreen.followerP50Ms': follower },
    ratios: { 'proposalToScreen.p50Ms': leader / raw, 'proposalToScreen.followerP50Ms': follower / raw },
    detail: {
      'proposalToScreen.leaderMs': leaders.map(Math.round),
      'proposalToScreen.followerMs': followers.map(Math.round),
    },
  };
}

/** @param {Page} page @param {number} count */
async function stepsOn(page, count) {
  // A page that nobody sees is painted once a second.
  await page.bringToFront();
  const times = [];
  for (let n = 0; n < count; n++) times.push(await oneStep(page));
  return times;
}

/** @param {Page} page @returns {Promise<number>} */
async function oneStep(page) {
  await settled(page);
  // Somebody who looks and then presses: nothing else is on its way to the screen by then.
  await page.waitForTimeout(200);
  return page.evaluate(
    () =>
      new Promise((done) => {
        const { document, performance, requestAnimationFrame, setTimeout, MutationObserver } = /** @type {any} */ (
          globalThis
        );
        const head = () => Number(document.querySelector('[data-head]').dataset.head);
        const before = head();
        const watcher = new MutationObserver(() => {
          if (head() === before) return;
          watcher.disconnect();
          requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
        });
        watcher.observe(document, { subtree: true, attributes: true, childList: true, characterData: true });
        const step = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Step');
        const start = performance.now();
        step.click();
      }),
  );
}

/** A shop with a hundred thousand events is opened, and then measured once its agents have read them all. @param {Host} host */
async function open100k({ quick, server, newContext, onBenchPage, note }) {
  const count = quick ? 20_000 : 100_000;
  const context = await newContext();
  const page = await context.newPage();
  await page.goto(`${server.origin}/bench/index.html`);
  const head = await bench(page, 'seedShop', 'common-ground/', count);
  await page.close();
  await watchFor(context, { ready: opened });
  const withoutSnapshotMs = await firstOpening(await context.newPage(), server.origin);
  const [paints, readies] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  let memory = NaN;
  const times = quick ? 1 : 3;
  for (let time = 0; time < times; time++) {
    const shop = await context.newPage();
    await shop.goto(`${server.origin}/?play=off`);
    readies.push(await markOf(shop, 'ready'));
    paints.push(await firstPaintOf(shop));
    if (time === times - 1) {
      await settled(shop);
      memory = await memoryAtRest(shop);
    }
    await shop.close();
  }
  await context.close();
  if (quick) note(`open100k and memory100kMb were measured with ${count} events: --quick`);

  const twin = await onBenchPage(async (benchPage) => {
    const readMs = await bench(benchPage, 'holdRawEvents', count);
    return { readMs, memory: await memoryOf(benchPage) };
  });
  return {
    numbers: {
      'open100k.firstPaintMs': median(paints),
      'open100k.readyMs': median(readies),
      memory100kMb: memory / 1e6,
    },
    ratios: { 'open100k.readyMs': median(readies) / twin.readMs, memory100kMb: memory / twin.memory },
    detail: {
      'open100k.events': head,
      'open100k.readiesMs': readies.map(Math.round),
      'open100k.withoutSnapshotMs': Math.round(withoutSnapshotMs),
      'open100k.rawReadMs': twin.readMs,
    },
  };
}

/** The first time the whole history is folded. It stays open as shops do, until it is quiet and has stored a snapshot. @param {Page} page @param {string} origin */
async function firstOpening(page, origin) {
  await page.goto(`${origin}/?play=off`);
  const ready = await markOf(page, 'ready');
  for (let stored = 0; stored === 0; stored = await page.evaluate(snapshotsStored)) await page.waitForTimeout(500);
  await page.close();
  return ready;
}

/** What page and threads hold once that grows no more: agents read the history after the shop is open. @param {Page} page */
async function memoryAtRest(page) {
  let before = 0;
  let now = await memoryOf(page);
  for (let look = 0; look < 6 && Math.abs(now - before) > 0.02 * now; look++) {
    await page.waitForTimeout(4000);
    before = now;
    now = await memoryOf(page);
  }
  return now;
}

/** A first visit and a second one, on a processor four times slower; in turns with the barest page that stores and shows something. @param {Host} host */
async function boot(host) {
  const { quick, server } = host;
  const [cold, warm, twin] = [/** @type {number[]} */ ([]), /** @type {number[]} */ ([]), /** @type {number[]} */ ([])];
  const bytes = await bytesToFirstAgentEvent(host);
  for (let time = 0; time < (quick ? 2 : 5); time++) {
    twin.push(await firstVisit(host, `${server.origin}/bench/twin.html`, '[data-painted]'));
    cold.push(await firstVisit(host, `${server.origin}/`, agentEvent, warm));
  }
  return {
    numbers: {
      'boot.bytesToFirstAgentEvent': bytes,
      'boot.coldMs': median(cold),
      'boot.warmMs': median(warm),
    },
    ratios: { 'boot.coldMs': median(cold) / median(twin), 'boot.warmMs': median(warm) / median(twin) },
    detail: { 'boot.coldsMs': cold.map(Math.round), 'boot.warmsMs': warm.map(Math.round), 'boot.twinMs': median(twin) },
  };
}

/**
 * @param {Host} host
 * @param {string} url
 * @param {string} selector
 * @param {number[]} [again] where the time of a second visit goes, when there is to be one
 */
async function firstVisit({ newContext }, url, selector, again) {
  const context = await newContext();
  await watchFor(context, { shown: selector });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowedCpu });
  await page.goto(url);
  const first = await markOf(page, 'shown');
  if (again) {
    await page.waitForSelector('html[data-pwa=offline-ready]');
    await page.reload();
    again.push(await markOf(page, 'shown'));
  }
  await context.close();
  return first;
}

/**
 * All that came over the wire for the page and its threads on a first visit, headers included, as CDP counts it. Of a thread's own script
 * CDP tells the headers only; its body is as long as what was served. Not counted is what the service worker stores meanwhile for later.
 * @param {Host} host
 */
async function bytesToFirstAgentEvent({ newContext, server }) {
  const context = await newContext();
  await watchFor(context, { shown: agentEvent });
  const page = await context.newPage();
  const soFar = /** @type {Promise<number>[]} */ ([]);
  page.on('requestfinished', (request) => {
    const bytes = request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
      // Less than nothing: it came from the cache.
      if (responseBodySize < 0) return 0;
      return responseHeadersSize + (responseBodySize || server.bytesOf(request.url()));
    });
    soFar.push(bytes);
  });
  await page.goto(`${server.origin}/`);
  await markOf(page, 'shown');
  const bytes = (await Promise.all(soFar)).reduce((sum, size) => sum + size, 0);
  await context.close();
  return bytes;
}
