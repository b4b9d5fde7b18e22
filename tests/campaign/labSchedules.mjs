import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ title: string, status: string, meta?: { leftBroken?: number } }} Run */

/**
 * The lab's part of the campaign: random fault schedules on both sides. Each on which the shared side breaks an invariant is printed.
 * @param {number} schedules
 * @param {number} firstSeed
 * @returns {Promise<{ schedules: number, rightViolations: number, leftBroken: number }>}
 */
export async function labSchedules(schedules, firstSeed) {
  const scratch = mkdtempSync(join(tmpdir(), 'common-ground-'));
  const report = join(scratch, 'lab.json');
  const args = ['vitest', 'run', '--project', 'node', 'tests/article/labSchedules', '--reporter=json'];
  const env = { ...process.env, LAB_SCHEDULES: String(schedules), LAB_FIRST_SEED: String(firstSeed) };
  await new Promise((resolve) =>
    spawn('npx', [...args, `--outputFile=${report}`], { stdio: 'inherit', env }).on('close', resolve),
  );
  /** @type {{ testResults: { assertionResults: Run[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(scratch, { recursive: true, force: true });
  const runs = testResults.flatMap((file) => file.assertionResults);
  const played = runs.filter(({ title }) => title.includes('of seed'));
  const broken = played.filter(({ status }) => status !== 'passed');
  for (const { title } of broken) console.log(`failed: ${title}`);
  const leftBroken = runs.find(({ meta }) => meta?.leftBroken !== undefined)?.meta?.leftBroken ?? 0;
  return { schedules: played.length, rightViolations: broken.length, leftBroken };
}
