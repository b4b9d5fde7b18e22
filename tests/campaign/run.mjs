/**
 * Long seeded runs: whole days on which threads die and news gets lost. `--seeds N` (200), `--first SEED` (1), `--lab N` (1000
 * schedules of the lab), `--json FILE`.
 * A failing seed is printed; `CAMPAIGN_FIRST_SEED=seed CAMPAIGN_SEEDS=1 npx vitest run --project node tests/article/faultyDays` plays it alone.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { labSchedules } from './labSchedules.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    first: { type: 'string', default: '1' },
    lab: { type: 'string', default: '1000' },
    json: { type: 'string' },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'common-ground-'));
const report = join(scratch, 'campaign.json');
const started = Date.now();
const code = await new Promise((resolve) => {
  const args = [
    'vitest',
    'run',
    '--project',
    'node',
    'tests/article/faultyDays',
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  const env = { ...process.env, CAMPAIGN_SEEDS: values.seeds, CAMPAIGN_FIRST_SEED: values.first };
  spawn('npx', args, { stdio: 'inherit', env }).on('close', resolve);
});

/** @type {{ testResults: { assertionResults: { title: string, status: string }[] }[] }} */
const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
rmSync(scratch, { recursive: true, force: true });
const days = testResults.flatMap((file) => file.assertionResults).filter(({ title }) => title.startsWith('[DAY2]'));
const failed = days.filter(({ status }) => status !== 'passed');
for (const { title } of failed) console.log(`failed: ${title}`);
const lab = await labSchedules(Number(values.lab), Number(values.first));
const result = {
  days: days.length,
  failed: failed.length,
  firstSeed: Number(values.first),
  seconds: (Date.now() - started) / 1000,
};
console.table([result]);
console.table([lab]);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...result, lab })}\n`);
process.exit(code === 0 && days.length > 0 && lab.rightViolations === 0 ? 0 : 1);
