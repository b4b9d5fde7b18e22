/**
 * Long seeded runs: whole days and thousands of mails while threads die and news gets lost, and a death at every step of everybody in every
 * part of the walk. `--only days|mails|kills|models|lab`, `--first SEED` (1), `--seeds N` (200 days, 5 times mails, 10 models of 20 turns), `--mails N` (1000 a seed),
 * `--cell WHO/STEP/PART` (all), `--lab N` (1000 schedules of the lab), `--json FILE`. What fails is printed with the command that plays it alone.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { labSchedules } from './labSchedules.mjs';

/** @typedef {{ title: string, status: string, duration?: number | null, failureMessages?: string[] }} Run */
/** @typedef {{ file: string, rule: string, seeds: string, inBrowser?: boolean, replay: (title: string) => string }} Part */

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    first: { type: 'string', default: '1' },
    seeds: { type: 'string' },
    mails: { type: 'string', default: '1000' },
    cell: { type: 'string', default: 'all' },
    lab: { type: 'string', default: '1000' },
    json: { type: 'string' },
  },
});

const seedOf = (/** @type {string} */ title) => /seed (\d+)/.exec(title)?.[1] ?? '?';
/** @type {Readonly<Record<string, Part>>} */
const parts = {
  kills: {
    file: 'tests/article/killMatrix',
    rule: '[KILL4] cell',
    seeds: '1',
    replay: (title) => `--cell ${/cell (\S+):/.exec(title)?.[1] ?? '?'}`,
  },
  days: {
    file: 'tests/article/faultyDays',
    rule: '[DAY2]',
    seeds: '200',
    replay: (title) => `--first ${seedOf(title)} --seeds 1`,
  },
  mails: {
    file: 'tests/article/manyMails',
    rule: '[MANY1]',
    seeds: '5',
    replay: (title) => `--first ${seedOf(title)} --seeds 1 --mails ${values.mails}`,
  },
  models: {
    file: 'tests/models/randomTurns',
    rule: '[DICE1]',
    seeds: '10',
    inBrowser: true,
    replay: (title) => `--first ${seedOf(title)} --seeds 1`,
  },
};

const asked = values.only ?? 'all';
const names = Object.keys(parts).filter((name) => asked === 'all' || name === asked);
const playsLab = asked === 'all' || asked === 'lab';
if (names.length === 0 && !playsLab) {
  console.error(`Expected --only to be one of ${Object.keys(parts).join(', ')}, lab, found "${asked}".`);
  process.exit(2);
}

/** @type {Record<string, { runs: number, failed: number, seeds: string, seconds: number, slowestSeconds: number }>} */
const table = {};
/** @type {{ title: string, replay: string }[]} */
const failures = [];
for (const name of names) {
  const part = /** @type {Part} */ (parts[name]);
  const seeds = values.seeds ?? part.seeds;
  const started = Date.now();
  const { code, runs } = await play(part, seeds);
  const failed = runs.filter(({ status }) => status !== 'passed');
  for (const { title, failureMessages = [] } of failed) {
    const replay = `npm run campaign -- --only ${name} ${part.replay(title)}`;
    failures.push({ title, replay });
    console.log(`failed: ${title}\n  ${failureMessages.join('\n').split('\n')[0] ?? ''}\n  again: ${replay}`);
  }
  // A runner that complains though nothing failed, or that ran nothing, has failed.
  const whole = code === 0 || failed.length > 0;
  if (!whole || runs.length === 0) failures.push({ title: `${name}: ${runs.length} ran, exit ${code}`, replay: '' });
  table[name] = {
    runs: runs.length,
    failed: failed.length,
    seeds: name === 'kills' ? values.cell : `${values.first} to ${Number(values.first) + Number(seeds) - 1}`,
    seconds: Math.round((Date.now() - started) / 1000),
    slowestSeconds: Math.round(Math.max(0, ...runs.map(({ duration }) => duration ?? 0)) / 100) / 10,
  };
}
if (names.length > 0) console.table(table);
const lab = playsLab ? await labSchedules(Number(values.lab), Number(values.first)) : null;
if (lab) console.table([lab]);
if (lab && (lab.schedules === 0 || lab.rightViolations > 0))
  failures.push({ title: `lab: ${lab.rightViolations} of ${lab.schedules} schedules broke an invariant`, replay: '' });
if (values.json) writeFileSync(values.json, `${JSON.stringify({ parts: table, lab, failures }, null, 2)}\n`);
process.exit(failures.length > 0 ? 1 : 0);

/** @param {Part} part @param {string} seeds @returns {Promise<{ code: number, runs: Run[] }>} */
async function play({ file, rule, inBrowser }, seeds) {
  const scratch = mkdtempSync(join(tmpdir(), 'common-ground-'));
  const report = join(scratch, 'campaign.json');
  const { first, mails, cell } = values;
  const campaign = JSON.stringify({ first: Number(first), seeds: Number(seeds), mails: Number(mails), cell });
  const args = [
    'vitest',
    'run',
    '--project',
    inBrowser ? 'browser' : 'node',
    file,
    '--reporter=dot',
    '--reporter=json',
  ];
  const code = await new Promise((resolve) => {
    const env = { ...process.env, CAMPAIGN: campaign, VITE_CAMPAIGN: campaign };
    spawn('npx', [...args, `--outputFile.json=${report}`], { stdio: 'inherit', env }).on('close', resolve);
  });
  /** @type {{ testResults: { assertionResults: Run[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(scratch, { recursive: true, force: true });
  const runs = testResults.flatMap((result) => result.assertionResults).filter(({ title }) => title.startsWith(rule));
  return { code, runs };
}
