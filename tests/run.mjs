/** All checks and tests, in order; goes on after a failure. `--quick` leaves out all that needs a browser or a build. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { findBrowser } from './findBrowser.mjs';

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {import('vitest/reporters').JsonTestResults} VitestReport */
/** @typedef {{ name: string, run: () => Promise<Count> }} Step */

const quick = process.argv.includes('--quick');
const scratch = mkdtempSync(join(tmpdir(), 'common-ground-'));

/** @type {Step[]} */
const checks = [
  check('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  check('lint', 'eslint', '--concurrency', '2', '--max-warnings', '0', '.'),
  check('types: core', 'tsc', '-p', 'tsconfig.core.json'),
  check('types: worker', 'tsc', '-p', 'tsconfig.worker.json'),
  check('types: app', 'svelte-check', '--tsconfig', 'tsconfig.app.json', '--fail-on-warnings'),
  check('types: node', 'tsc', '-p', 'tsconfig.node.json'),
  check('types: test', 'tsc', '-p', 'tsconfig.test.json'),
  { name: 'import plan and unit tests', run: () => vitest('node') },
];

/** @type {Step[]} */
const inBrowser = [
  { name: 'find a browser', run: browser },
  { name: 'browser tests', run: () => vitest('browser') },
  { name: 'build', run: build },
  { name: 'journeys', run: journeys },
];

const total = { passed: 0, failed: 0 };
let tests = 0;
for (const step of quick ? checks : [...checks, ...inBrowser]) {
  const start = Date.now();
  console.log(`\n── ${step.name}`);
  const { passed, failed } = await step.run().catch(asFailure);
  console.log(`── ${step.name}: ${passed} passed, ${failed} failed (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  total.passed += passed;
  total.failed += failed;
}
if (tests === 0) console.error('\nExpected at least one test to run, none did.');
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 || tests === 0 ? 1 : 0);

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @returns {Step}
 */
function check(name, command, ...args) {
  return { name, run: async () => oneCheck(await execute(command, args)) };
}

/** @returns {Promise<Count>} */
async function build() {
  // Else a build that fails would leave an older one for the journeys to pass on.
  rmSync('dist', { recursive: true, force: true });
  return oneCheck(await execute('vite', ['build']));
}

/** @returns {Promise<Count>} */
async function browser() {
  process.env['CHROME'] = findBrowser();
  console.log(process.env['CHROME']);
  return { passed: 0, failed: 0 };
}

/** @param {string} project @returns {Promise<Count>} */
async function vitest(project) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${join(scratch, `${project}.json`)}`];
  const code = await execute('vitest', ['run', '--project', project, '--passWithNoTests', ...reporters]);
  const report = /** @type {VitestReport} */ (readJson(join(scratch, `${project}.json`)));
  // A file that does not load has no test of its own to fail.
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const skipped = report.numPendingTests + report.numTodoTests;
  return counted(code, report.numPassedTests, report.numFailedTests + broken.length + skipped);
}

/** @returns {Promise<Count>} */
async function journeys() {
  const file = join(scratch, 'journeys.json');
  const code = await execute('playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
  const { stats, errors } = /** @type {import('@playwright/test/reporter').JSONReport} */ (readJson(file));
  return counted(code, stats.expected, stats.unexpected + stats.flaky + stats.skipped + errors.length);
}

/**
 * A skipped test comes in as failed; and a runner that complains though no test failed counts as one failure.
 * @param {number} code
 * @param {number} passed
 * @param {number} failed
 * @returns {Count}
 */
function counted(code, passed, failed) {
  tests += passed + failed;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** @param {number} code @returns {Count} */
function oneCheck(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {unknown} error @returns {Count} */
function asFailure(error) {
  console.error(error instanceof Error ? error.message : error);
  return { passed: 0, failed: 1 };
}

/** @param {string} file @returns {unknown} */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} [extra] @returns {Promise<number>} */
function execute(command, args, extra) {
  const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const child = spawn(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...extra, PATH },
    shell: process.platform === 'win32',
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code ?? 1));
  });
}
