/**
 * Evaluates support on mails: `--mails FILE` (JSON lines, .eml or .mbox) in `--world FILE`; `--queries FILE` asks its knowledge besides, of
 * the shop or of `--corpus FILE`; `--json FILE` for the numbers, `--verbose` for every mail that came to something else. What the files
 * hold and what the numbers mean stands in docs/eval-support.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';

const here = 'tests/eval/support';
const { values } = parseArgs({
  options: {
    mails: { type: 'string', default: `${here}/mails.jsonl` },
    world: { type: 'string', default: `${here}/world.json` },
    queries: { type: 'string' },
    corpus: { type: 'string' },
    json: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
// A server that serves nobody: it only turns TypeScript into modules, also those that are loaded later.
const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, ws: false, watch: null },
});
const module = await vite.ssrLoadModule(`./${here}/evaluate.ts`);
const { askKnowledge } = await vite.ssrLoadModule(`./${here}/askKnowledge.ts`);
const { evaluate, readMails, readWorldFacts, score, wrongs } = module;

const world = readFileSync(values.world, 'utf8');
const facts = readWorldFacts(world);
const mails = await readMails(values.mails, readFileSync(values.mails));
const { results, msPerMail } = await evaluate(mails, world, (done) => {
  if (process.stdout.isTTY) process.stdout.write(`\r${done} of ${mails.length}`);
});
if (process.stdout.isTTY) process.stdout.write('\n');

const text = (/** @type {string | undefined} */ file) => (file === undefined ? null : readFileSync(file, 'utf8'));
const queries = text(values.queries);
const retrieval = queries === null ? {} : await askKnowledge(queries, text(values.corpus), world);

const { perIntent, ...numbers } = score(results, facts);
const rounded = (/** @type {number} */ value) => Number(value.toFixed(4));
const report = Object.fromEntries(
  Object.entries({ ...numbers, msPerMail, ...retrieval }).map(([key, value]) => [key, rounded(value)]),
);
for (const { mail, seen } of results) {
  const { expect } = mail;
  const wrong = wrongs(mail, seen, facts);
  const isOff = expect && (seen.intents[0] !== expect.intent || (expect.outcome && seen.outcome !== expect.outcome));
  if (wrong.length > 0 || (values.verbose && (isOff || !expect)))
    console.log(
      `${mail.id}: ${expect ? `${expect.intents?.join('+') ?? expect.intent} → ${expect.outcome ?? 'any'}` : ''} | came to ${seen.intents.join('+')} → ${seen.outcome}` +
        `${seen.acts.map((act) => ` [${act.ask} ${act.orderId} ${act.became}]`).join('')}${wrong.map((one) => ` WRONG: ${one}`).join('')}` +
        `\n    ${mail.letter.subject} | ${mail.letter.text.slice(0, 160).replaceAll('\n', ' / ')}\n    ${seen.because || seen.reply.slice(0, 300).replaceAll('\n', ' ')}`,
    );
}
console.table(
  perIntent.map(({ intent, mails: n, precision, recall, f1 }) => ({
    intent,
    mails: n,
    precision: rounded(precision),
    recall: rounded(recall),
    F1: rounded(f1),
  })),
);
console.table([report]);
if (values.json) writeFileSync(values.json, `${JSON.stringify({ ...report, perIntent }, null, 2)}\n`);
process.exit(0);
