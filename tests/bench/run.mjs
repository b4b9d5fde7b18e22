/**
 * `npm run bench [-- --only key,key] [--quick] [--json FILE]`: measures the production build in a real Chromium and prints what was reached
 * and what was missed. See docs/benchmarks.md.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { findBrowser, launchFlags } from '../findBrowser.mjs';
import { goals } from './goals.mjs';
import { importBenches } from './importGroup.mjs';
import { knowledgeBenches } from './knowledgeGroups.mjs';
import { labBenches } from './labGroups.mjs';
import { logBenches } from './logGroups.mjs';
import { modelBenches } from './modelGroups.mjs';
import { pageBenches } from './pageGroups.mjs';
import { printTable } from './printTable.mjs';
import { serveShop } from './shopServer.mjs';
import { timeBenches } from './timeGroups.mjs';

/**
 * What a bench found: numbers by key, each number's ratio to bare IndexedDB where there is one, and what else is worth keeping.
 * @typedef {{ numbers: Record<string, number>, ratios: Record<string, number>, detail: Record<string, unknown> }} Found
 */
/**
 * @typedef {{
 *   quick: boolean,
 *   server: import('./shopServer.mjs').ShopServer,
 *   newContext: () => Promise<import('playwright').BrowserContext>,
 *   onBenchPage: <T>(use: (page: import('playwright').Page) => Promise<T>, where?: { readonly onDisk: boolean }) => Promise<T>,
 *   note: (text: string) => void,
 * }} Host
 */
/** @typedef {{ measures: readonly string[], run: (host: Host) => Promise<Found> }} Bench */

const started = Date.now();
const { values } = parseArgs({
  options: { only: { type: 'string' }, quick: { type: 'boolean', default: false }, json: { type: 'string' } },
});
const { quick } = values;
const only = values.only?.split(',') ?? null;
const wanted = (/** @type {string} */ name) =>
  !only || only.some((key) => key === name || key.split('.')[0] === name || name.startsWith(`${key}.`));
const benches = [
  ...logBenches,
  ...knowledgeBenches,
  ...importBenches,
  ...labBenches,
  ...timeBenches,
  ...modelBenches,
  ...pageBenches,
].filter(({ measures }) => measures.some(wanted));
if (benches.length === 0) throw new Error(`Expected --only to name some of ${goals.map(({ key }) => key).join(', ')}.`);

const server = await serveShop();
const launch = {
  executablePath: findBrowser(),
  // The last one: memory is measured at once, not at some later garbage collection.
  args: [...launchFlags, '--enable-blink-features=ForceEagerMeasureMemory'],
};
const browser = await chromium.launch(launch);
/** @type {Found} */
const all = { numbers: {}, ratios: {}, detail: {} };
/** @type {string[]} */
const notes = [];
/** @type {Host} */
const host = {
  quick,
  server,
  newContext: () => browser.newContext({ viewport: { width: 1440, height: 900 } }),
  async onBenchPage(use, { onDisk } = { onDisk: false }) {
    // A profile that passes is granted less space than a million events take.
    const profile = onDisk ? mkdtempSync(join(tmpdir(), 'common-ground-profile-')) : null;
    const context = profile ? await chromium.launchPersistentContext(profile, launch) : await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.origin}/bench/index.html`);
    const result = await use(page);
    await context.close();
    if (profile) rmSync(profile, { recursive: true, force: true });
    return result;
  },
  note: (text) => notes.push(text),
};

let failed = false;
for (const { measures, run } of benches) {
  const start = Date.now();
  try {
    const { numbers, ratios, detail } = await run(host);
    Object.assign(all.numbers, numbers);
    Object.assign(all.ratios, ratios);
    Object.assign(all.detail, detail);
  } catch (error) {
    failed = true;
    console.error(`${measures.join(', ')} could not be measured:`, error);
  }
  console.error(`${measures.join(', ')}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
}
const version = browser.version();
await browser.close();
server.close();

const rows = goals
  .filter(({ key }) => !only || only.some((one) => key === one || key.startsWith(`${one}.`)))
  .map((goal) => {
    const number = all.numbers[goal.key] ?? NaN;
    const met = goal.sense === 'at most' ? number <= goal.goal : number >= goal.goal;
    return { ...goal, number, met, ratioRaw: all.ratios[goal.key] ?? null };
  });
printTable(rows);
for (const note of notes) console.log(note);
console.log(
  `${cpus().length} cores, Chromium ${version}, ${((Date.now() - started) / 1000).toFixed(0)} s. Noisy: read ratios.`,
);

const file = values.json;
if (file) {
  const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', chromium: version };
  const at = new Date().toISOString();
  writeFileSync(file, `${JSON.stringify({ at, quick, machine, rows, detail: all.detail }, null, 2)}\n`);
}
process.exit(failed ? 1 : 0);
