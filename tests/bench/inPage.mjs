/** @typedef {import('playwright').Page} Page */

/**
 * From now on every page of this context notes when something was first painted and first shown, in milliseconds since its navigation began.
 * @param {import('playwright').BrowserContext} context
 * @param {Record<string, string>} selectors by the name under which `marksOf` gives the time
 */
export async function watchFor(context, selectors) {
  await context.addInitScript((wanted) => {
    // This code runs in the page, which these type rules do not know.
    const page = /** @type {any} */ (globalThis);
    /** @type {Record<string, number>} */
    const marks = (page.marks = {});
    const missing = new Map(Object.entries(wanted));
    const look = () => {
      for (const [name, selector] of missing) {
        if (!page.document.querySelector(selector)) continue;
        missing.delete(name);
        // It is on the screen with the next frame.
        page.requestAnimationFrame(() => page.setTimeout(() => (marks[name] = page.performance.now())));
      }
      if (missing.size === 0) watcher.disconnect();
    };
    const watcher = new page.MutationObserver(look);
    watcher.observe(page.document, { childList: true, subtree: true, attributes: true });
    look();
  }, selectors);
}

/** @param {Page} page @param {string} name @returns {Promise<number>} */
export async function markOf(page, name) {
  const handle = await page.waitForFunction((mark) => /** @type {any} */ (globalThis).marks?.[mark], name, {
    polling: 20,
    timeout: 60_000,
  });
  return handle.jsonValue();
}

/** First contentful paint, in milliseconds since the navigation began. @param {Page} page @returns {Promise<number>} */
export function firstPaintOf(page) {
  return page.evaluate(
    () => /** @type {any} */ (globalThis).performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  );
}

/** What the page and its threads hold, in bytes. @param {Page} page @returns {Promise<number>} */
export function memoryOf(page) {
  return page.evaluate(
    async () => (await /** @type {any} */ (globalThis).performance.measureUserAgentSpecificMemory()).bytes,
  );
}

/** Runs one of the benches in the bench page of this origin. @param {Page} page @param {string} name @param {...unknown} args */
export function bench(page, name, ...args) {
  return page.evaluate(
    ([what, given]) =>
      /** @type {any} */ (globalThis).bench[/** @type {string} */ (what)](.../** @type {unknown[]} */ (given)),
    [name, args],
  );
}

/** Waits until services and agents have nothing left to do, as far as the screen says. @param {Page} page */
export async function settled(page) {
  await page.waitForFunction(
    () => {
      const { document } = /** @type {any} */ (globalThis);
      const agents = [...document.querySelectorAll('[data-agent]')];
      const idle = agents.every(({ dataset }) => dataset.lag === '0' && dataset.state === 'idle');
      return agents.length >= 3 && idle && document.querySelector('[data-waiting]')?.dataset.waiting === '0';
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** How many snapshots lie in the app's database. Runs in the page. @returns {Promise<number>} */
export function snapshotsStored() {
  const { indexedDB } = /** @type {any} */ (globalThis);
  return new Promise((done, failed) => {
    const opening = indexedDB.open('common-ground/');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const counting = opening.result.transaction('snapshots').objectStore('snapshots').count();
      counting.onsuccess = () => {
        opening.result.close();
        done(counting.result);
      };
    };
  });
}

/** The middle value. @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
