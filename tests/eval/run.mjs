/**
 * Replays the retail data's tasks and lets them race: `npm run eval:orders -- --data DIR --json FILE`. `--seeds N` (20) races,
 * `--report FILE` writes what stands behind the numbers. docs/eval-orders.md says what the keys mean.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    json: { type: 'string' },
    report: { type: 'string' },
    seeds: { type: 'string', default: '20' },
  },
});
if (!values.data) {
  console.error('Say where the retail data is: npm run eval:orders -- --data DIR');
  process.exit(2);
}
const started = Date.now();
const { module } = /** @type {{ module: typeof import('./evalOrders.ts') }} */ (
  await runnerImport('./tests/eval/evalOrders.ts', { configFile: false, logLevel: 'warn' })
);
const report = await module.evalOrders(await module.readData(values.data), Number(values.seeds), (line) =>
  console.log(line),
);
for (const { name, misses } of report.misses) console.log(`missed: ${name}: ${misses.join('; ')}`);
for (const words of report.ourViolations) console.log(`violation: ${words}`);
console.table(report.keys);
console.log(`${Math.round((Date.now() - started) / 1000)} s`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(report.keys, null, 2)}\n`);
if (values.report) writeFileSync(values.report, `${JSON.stringify(report, null, 2)}\n`);
const { 'tasks.matched': matched = 0, 'tasks.total': total = 0, 'ours.violations': violations = 0 } = report.keys;
process.exit(total > 0 && matched >= 0.98 * total && violations === 0 ? 0 : 1);
