/**
 * Evaluates support on mails with any engine, in a real browser: `--engine scripted|wllama|webllm`, `--model FILE.gguf` (for webllm a folder: its
 * files and its program), `--mails FILE`, `--world FILE`, `--runs N` (3; each with seeds of its own), `--first N` (all mails; only the first N), `--json FILE`. The mails and the
 * scores are those of `npm run eval:support`; each number comes with the half-width of its 95 % confidence interval over the runs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findBrowser, launchFlags } from '../../findBrowser.mjs';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'scripted' },
    model: { type: 'string' },
    mails: { type: 'string', default: 'tests/eval/support/mails.jsonl' },
    world: { type: 'string', default: 'tests/eval/support/world.json' },
    runs: { type: 'string', default: '3' },
    first: { type: 'string' },
    json: { type: 'string' },
  },
});
if (!['scripted', 'wllama', 'webllm'].includes(values.engine)) fail('--engine is scripted, wllama or webllm.');
if (values.engine !== 'scripted' && !values.model)
  fail(
    `--engine ${values.engine} needs --model, a ${values.engine === 'wllama' ? 'GGUF file' : 'folder'} on this disk.`,
  );

const vite = await createServer({
  configFile: 'tests/eval/models/page/vite.config.ts',
  logLevel: 'error',
  server: { host: 'localhost', ws: false, watch: null },
});
await vite.listen();
const browser = await chromium.launch({ executablePath: findBrowser(), args: launchFlags });
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error.message));
await page.exposeFunction('progress', (/** @type {string} */ words) => {
  if (process.stdout.isTTY) process.stdout.write(`\r${words}   `);
});
await page.goto(vite.resolvedUrls?.local[0] ?? '');
if (values.model) await page.locator(values.engine === 'webllm' ? '#folder' : '#model').setInputFiles(values.model);
const report = await page.evaluate((asked) => /** @type {any} */ (window).evaluateModels(asked), {
  engine: values.engine,
  name: basename(values.mails),
  mails: readFileSync(values.mails, 'latin1'),
  world: readFileSync(values.world, 'utf8'),
  runs: Number(values.runs),
  first: values.first ? Number(values.first) : null,
});
await browser.close();
await vite.close();
if (process.stdout.isTTY) process.stdout.write('\n');
console.table(report.numbers);
console.log(report.turns);
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
process.exit(0);

/** @param {string} because @returns {never} */
function fail(because) {
  console.error(because);
  process.exit(2);
}
