/**
 * The contract of models on a real one, on this machine's graphics card if it has one: `MODEL_PACK_DIR=FOLDER npm run contract:models`. The folder
 * holds a GGUF file, or the files of a model for WebLLM with its program (.wasm). `THREADS` is how many llama.cpp gets (half of all), `HEADED=1` shows the browser, which some graphics cards need;
 * `CHROME` names the browser and `CHROME_FLAGS` gives it more flags. Its last lines say what this run verifies.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findBrowser, launchFlags } from '../../findBrowser.mjs';

const folder = process.env['MODEL_PACK_DIR'];
if (!folder || !existsSync(folder)) {
  console.error(
    'Expected MODEL_PACK_DIR to be the folder of a model: one GGUF file, or the files of a model for WebLLM.',
  );
  process.exit(2);
}
const files = readdirSync(folder).map((name) => join(resolve(folder), name));
const gguf = files.find((name) => name.endsWith('.gguf'));

const vite = await createServer({
  configFile: 'tests/eval/models/page/vite.config.ts',
  logLevel: 'error',
  server: { host: 'localhost', ws: false, watch: null },
});
await vite.listen();
const browser = await chromium.launch({
  executablePath: findBrowser(),
  headless: !process.env['HEADED'],
  args: [...launchFlags, '--ignore-gpu-blocklist', ...(process.env['CHROME_FLAGS']?.split(' ') ?? [])],
});
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(error.message));
await page.exposeFunction('progress', (/** @type {string} */ words) => console.log(words));
await page.goto(vite.resolvedUrls?.local[0] ?? '');
await page.locator(gguf ? '#model' : '#folder').setInputFiles(gguf ?? resolve(folder));
const { engine, card, passed, failed } = await page.evaluate(
  (threads) => /** @type {any} */ (window).holdsContract(threads),
  process.env['THREADS'] ? Number(process.env['THREADS']) : undefined,
);
await browser.close();
await vite.close();
const isSoftware = /swiftshader|software|llvmpipe|lavapipe/i.test(card);
if (engine === 'webllm')
  console.log(
    failed > 0
      ? 'WebLLM does not hold the contract with this model here.'
      : `Generation through WebLLM is verified with this model on: ${card}${isSoftware ? ' (software, no graphics card)' : ''}.`,
  );
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
