/**
 * Trains the intent classifier from the sentences beside this file and writes its weights, quantised to a byte each.
 * Deterministic: the same sentences give the same file. `npm run train:intent`;
 * with `-- --folds 5` it writes nothing and says how good the classifier is on sentences it was not trained on.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { runnerImport } from 'vite';

const reading = '/src/agents/support/reading';
const { module } = await runnerImport(`.${reading}/features.ts`);
const { buckets, featuresOf } = /** @type {typeof import('../../src/agents/support/reading/features')} */ (module);
const { intents } = (await runnerImport(`.${reading}/intents.ts`)).module;

const goods =
  'mug|desk lamp|jacket|headphones|water bottle|running shoes|t-shirt|office chair|poster|notebook|tea kettle|backpack|phone case|blanket|perfume|skateboard|tablet|vase|sofa|kettle|watch|bike|book|candle'.split(
    '|',
  );
/** mulberry32: chance that repeats. */
let state = 20261123;
const chance = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const pick = (list) => list[Math.floor(chance() * list.length)];
const days = ['Monday', 'Tuesday', 'last week', 'Friday', 'March 3'];
const filled = (line) =>
  line
    .replace(/PROD/g, () => pick(goods))
    .replace(/ORD/g, () => pick(['#W2611340', 'order 1042', '#1042', 'W7678072']))
    .replace(/MONDAY|FRIDAY/g, () => pick(days))
    .replace(/MONEY/g, () => pick(['$47.84', '20 euros', '€14.50']))
    .replace(/NUM/g, () => pick(['80279', '555-0199', '357962501027']));
/** Letters in the wrong order or missing, as fingers do it. */
const slipped = (line) =>
  line
    .split(' ')
    .map((word) => {
      if (word.length < 5 || chance() > 0.2) return word;
      const at = 1 + Math.floor(chance() * (word.length - 2));
      return chance() < 0.5
        ? word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
        : word.slice(0, at) + word.slice(at + 1);
    })
    .join(' ');
const opening = ['hi,', 'hello', 'dear team,', 'hey', 'good morning,'];

/** Each sentence with its variants: they stay together, so that no fold is judged by what another one knows. */
const sentences = intents.flatMap((name, label) =>
  readFileSync(new URL(`sentences/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const variants = [filled(line), filled(line), `${pick(opening)} ${filled(line)}`, slipped(filled(line))];
      if (!/PROD|ORD|MON|FRI|NUM/.test(line)) variants.splice(1, 1);
      return { label, variants: variants.map((variant) => [...featuresOf(variant)]) };
    }),
);
const examplesOf = (some) => some.flatMap(({ label, variants }) => variants.map((features) => ({ features, label })));

/** Weights are kept as whole numbers from -7 to 7. */
const levels = 7;
const rows = intents.length;
// Few rounds and small steps: what is learnt by heart does not help with other people's words.
const epochs = 8;
const rate = 0.1;
const decay = 1e-4;
/** A little doubt about each label keeps the weights small. */
const doubt = 0.02;

/** Scores of a sentence's features: one for each intent, the greatest is the likeliest. */
const scoresOf = ({ weights, bias }, features) =>
  [...bias].map((start, row) => {
    let sum = 0;
    for (const bucket of features) sum += weights[row * buckets + bucket];
    return start + sum / Math.sqrt(features.length);
  });

/** A multinomial logistic regression by AdaGrad. */
function train(examples) {
  const weights = new Float64Array(rows * buckets);
  const bias = new Float64Array(rows);
  const squares = new Float64Array(rows * buckets).fill(1e-8);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = examples.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1));
      [examples[i], examples[j]] = [examples[j], examples[i]];
    }
    for (const { features, label } of examples) {
      const length = Math.sqrt(features.length);
      const scores = scoresOf({ weights, bias }, features);
      const most = Math.max(...scores);
      const shares = scores.map((score) => Math.exp(score - most));
      const total = shares.reduce((sum, one) => sum + one, 0);
      for (let row = 0; row < rows; row++) {
        const target = row === label ? 1 - doubt : doubt / (rows - 1);
        const error = shares[row] / total - target;
        bias[row] -= 0.02 * error;
        for (const bucket of features) {
          const at = row * buckets + bucket;
          const gradient = error / length + decay * weights[at];
          squares[at] += gradient * gradient;
          weights[at] -= (rate * gradient) / Math.sqrt(squares[at]);
        }
      }
    }
  }
  return { weights, bias };
}

/** Trains on all parts but one and judges that one, for each part: how good the classifier is on sentences it has not seen. */
function crossValidate(folds) {
  let right = 0;
  const hits = intents.map(() => ({ tp: 0, fp: 0, fn: 0 }));
  for (let fold = 0; fold < folds; fold++) {
    const model = train(examplesOf(sentences.filter((_, i) => i % folds !== fold)));
    for (const { label, variants } of sentences.filter((_, i) => i % folds === fold)) {
      const scores = scoresOf(model, variants[0]);
      const best = scores.indexOf(Math.max(...scores));
      if (best === label) right += 1;
      else hits[best].fp += 1;
      hits[label][best === label ? 'tp' : 'fn'] += 1;
    }
  }
  const f1 = hits.map(({ tp, fp, fn }) => (2 * tp) / Math.max(1, 2 * tp + fp + fn));
  const mean = f1.reduce((sum, one) => sum + one, 0) / f1.length;
  console.log(
    `${sentences.length} sentences, ${folds} parts: accuracy ${(right / sentences.length).toFixed(3)}, macroF1 ${mean.toFixed(3)}`,
  );
  console.table(Object.fromEntries(intents.map((name, i) => [name, { F1: Number(f1[i].toFixed(3)) }])));
}

const { values } = parseArgs({ options: { folds: { type: 'string' } } });
if (values.folds !== undefined) {
  const folds = Number(values.folds);
  if (!Number.isInteger(folds) || folds < 2 || folds > 20)
    throw new Error(`--folds ${values.folds}: expected a whole number from 2 to 20`);
  crossValidate(folds);
  process.exit(0);
}

const examples = examplesOf(sentences);
const { weights, bias } = train(examples);
// Few steps, and the smallest weights nothing: what is left of them packs well and judges the same.
const sizes = Float64Array.from(weights, Math.abs).sort();
const scale = sizes[Math.floor(sizes.length * 0.9995)] / levels;
const steps = Int8Array.from(weights, (one) => {
  const step = Math.max(-levels, Math.min(levels, Math.round(one / scale)));
  return Math.abs(step) < 1 ? 0 : step;
});
const bytes = Buffer.from(steps.buffer);
const round = (value) => Number(value.toPrecision(6));
const file = new URL(`../..${reading}/intentWeights.json`, import.meta.url);
const stored = { scale: round(scale), bias: [...bias].map(round), weights: bytes.toString('base64') };
writeFileSync(file, await format(JSON.stringify(stored), { parser: 'json', printWidth: 120 }));
console.log(`${examples.length} examples, ${bytes.length} bytes`);
