import { expect, test } from 'vitest';
import { equalWorldForm, foldAll, lights } from '../../src/projections';
import { seededRandom } from '../../src/kernel';
import { verify } from '../../src/log';
import { campaign, patientMs } from '../campaign/campaign';
import { matrix, nameOf, walkAndDie } from '../campaign/killMatrix';
import { walk } from './acceptanceWalk';
import { shopInOneThread } from './shopInOneThread';

// `npm run campaign` visits every cell; here is a sample that is always the same. A failing cell is the name of its test.
const random = seededRandom(7);
const sample = new Set(Array.from({ length: 8 }, () => Math.floor(random() * matrix.length)));
const asked = campaign?.cell ?? 'sample';
const cells = matrix.filter((cell, n) =>
  asked === 'sample' ? sample.has(n) : asked === 'all' || nameOf(cell) === asked,
);

const undisturbed = (async () => {
  const shop = await shopInOneThread();
  await walk(shop);
  const world = equalWorldForm(foldAll(await shop.events()));
  shop.close();
  return world;
})();

test('[KILL4] the matrix has every step of everybody in every part of the walk', () => {
  expect(matrix).toHaveLength(6 * (3 * 7 + 6 * 3));
  expect(new Set(matrix.map(nameOf)).size).toBe(matrix.length);
  expect(cells.length).toBeGreaterThan(0);
});

test.each(cells.map((cell) => [nameOf(cell), cell] as const))(
  '[KILL4] cell %s: a thread that dies there leaves an equal world',
  { timeout: patientMs },
  async (_name, cell) => {
    const { shop, died } = await walkAndDie(cell);
    const events = await shop.events();
    expect(equalWorldForm(foldAll(events))).toEqual(await undisturbed);
    expect(lights(shop.world.invariants).filter((light) => !light.ok)).toEqual([]);
    expect(await verify(shop.world.log)).toMatchObject({ intact: true });
    // Not everybody comes by everywhere: support, for one, has nothing to do when a sale begins. Who dies is recorded.
    const crashes = events.filter((event) => event.type === 'AgentCrashed').length;
    expect(crashes).toBe(died && ['support', 'inventory', 'marketing'].includes(cell.who) ? 1 : 0);
    shop.close();
  },
);
