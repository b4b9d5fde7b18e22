/** Makes a world file of the retail data: `npm run convert:retail -- --data DIR --out FILE`. See docs/world-format.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({ options: { data: { type: 'string' }, out: { type: 'string' } } });
if (!values.data || !values.out) {
  console.error(
    'Say where the retail data is and where the file goes: npm run convert:retail -- --data DIR --out FILE',
  );
  process.exit(2);
}
const part = (/** @type {string} */ name) => JSON.parse(readFileSync(join(values.data ?? '', `${name}.json`), 'utf8'));
const { module } = /** @type {{ module: typeof import('../../src/intake/index.ts') }} */ (
  await runnerImport('./src/intake/index.ts', { configFile: false, logLevel: 'warn' })
);
const world = module.convertRetail({ users: part('users'), products: part('products'), orders: part('orders') });
writeFileSync(values.out, `${JSON.stringify(world, null, 1)}\n`);
console.log(`${values.out} is written: pick it on the Data screen.`);
