import { bench, median } from './inPage.mjs';

/** @typedef {import('./run.mjs').Bench} Bench */
/** @typedef {import('./run.mjs').Host} Host */

/** What stands around a language model, and what a thread that dies costs. @type {readonly Bench[]} */
export const modelBenches = [
  {
    measures: ['models.supervisorMs'],
    run: ({ quick, onBenchPage }) =>
      onBenchPage(async (page) => {
        const times = await bench(page, 'supervised', quick ? 200 : 2000);
        const numbers = { 'models.supervisorMs': median(times) };
        return { numbers, ratios: {}, detail: { 'models.supervisorMostMs': Math.max(...times) } };
      }),
  },
  { measures: ['models.backMs'], run: comesBack },
];

/** @param {Host} host */
async function comesBack({ quick, server, newContext, onBenchPage }) {
  const model = await onBenchPage((page) => bench(page, 'tinyModel'));
  const times = [];
  for (let round = 0; round < (quick ? 1 : 5); round++) {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(`${server.origin}/?play=off`);
    await page.waitForSelector('main[data-state=open]');
    await page.waitForFunction(() => /** @type {any} */ (globalThis).navigator.serviceWorker.controller !== null);
    await page.goto(`${server.origin}/?play=off#/models`);
    const file = { name: 'tiny.gguf', mimeType: '', buffer: Buffer.from(model, 'latin1') };
    await page.getByLabel('Take a file (.gguf, .tar)').setInputFiles(file);
    await page.locator('[data-model=tiny][data-whole=true]').waitFor();
    await page.locator('[data-engine-of=support]').selectOption('tiny');
    await page.goto(`${server.origin}/?play=off#/shop`);
    await page.getByRole('button', { name: 'Write as a customer' }).click();
    await page.getByRole('button', { name: 'Send mail' }).click();
    await page.locator('[data-agent=support][data-state=thinking]').waitFor();
    // It lives, and is in the middle of loading or answering: a turn of this model takes about a second.
    await page.waitForFunction(async () => {
      const { locks } = /** @type {any} */ (globalThis).navigator;
      return (await locks.query()).held.some((/** @type {{ name: string }} */ { name }) => name.startsWith('llm '));
    });
    const thread = page.workers().find((worker) => worker.url().includes('llm.worker'));
    if (!thread) throw new Error("Expected a models' thread, found none.");
    await thread.evaluate(() => void setTimeout(() => /** @type {any} */ (globalThis).close()));
    const died = performance.now();
    await page.locator('[data-type=AgentDecided]').first().waitFor({ timeout: 60_000 });
    times.push(performance.now() - died);
    await context.close();
  }
  return {
    numbers: { 'models.backMs': median(times) },
    ratios: {},
    detail: { 'models.backsMs': times.map(Math.round) },
  };
}
