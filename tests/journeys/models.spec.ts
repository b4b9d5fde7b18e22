import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { agentDefinitions } from '../../src/agents';
import { tinyGguf } from '../models/tinyGguf';
import { offered, openHub, packedFile } from './modelHub';
import { card, complaintsOf, expectAllLights, openAtNine, settled, storedLog, writeSample } from './shop';

// Half of an answer's tokens are words of the shop: so a turn fits into the context that models get here.
const words = Object.values(agentDefinitions)
  .flatMap(({ system, toolSpecs, decisionSchema, shelf }) => [
    system,
    JSON.stringify([toolSpecs, decisionSchema, shelf]),
  ])
  .join(' ');
const tiny = Buffer.from(tinyGguf(1, words));
const name = 'tiny random 1';

const goTo = (page: Page, screen: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen, exact: true }).click();
const model = (page: Page) => page.locator('[data-model]');

/** Opens the Models screen of a shop whose service worker is in charge: it is what lets the models' thread do its work. */
async function openModels(page: Page): Promise<void> {
  await openAtNine(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await goTo(page, 'Models');
  await expect(page.locator('[data-engine=wllama][data-available=true]')).toBeVisible();
}

async function takeTiny(page: Page): Promise<void> {
  await page.getByLabel('Take a file (.gguf, .tar)').setInputFiles({ name: 'tiny.gguf', mimeType: '', buffer: tiny });
  await expect(model(page)).toHaveAttribute('data-whole', 'true');
}

async function tryIt(page: Page): Promise<void> {
  await model(page).getByRole('button', { name: 'Try it' }).click();
  await expect(page.locator('[data-speed]')).toContainText('a second');
}

test('a model from a file answers, reasons for an agent, works offline, and is gone when it is deleted', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const complaints = complaintsOf(page);
  await openModels(page);
  await expect(page.getByText('No model is here, and none is needed')).toBeVisible();
  await takeTiny(page);
  await expect(model(page)).toContainText(name);
  await tryIt(page);
  await expect(model(page)).toHaveAttribute('data-running', 'true');

  await page.locator('[data-engine-of=support]').selectOption({ label: name });
  await expect(page.locator('[data-engine-of=support]')).toHaveValue('tiny');
  await goTo(page, 'Shop');
  await writeSample(page, 'Where is my order?');
  await expect(card(page, 'support')).toHaveAttribute('data-state', 'thinking');
  // Its thread dies without a word, as one does that ran out of memory: another takes up the question.
  const thread = page.workers().find((worker) => worker.url().includes('llm.worker'));
  await thread?.evaluate(() => void setTimeout(() => self.close()));
  const decided = async () =>
    (await storedLog(page)).flatMap((event) =>
      event.type === 'AgentDecided' && event.by === 'support' ? [event.data] : [],
    );
  await expect.poll(async () => (await decided()).length, { timeout: 30_000 }).toBeGreaterThan(0);
  // Dice take their time, and each answer to what they asked for is another turn of theirs.
  await expect(() => settled(page)).toPass({ timeout: 150_000 });
  await expectAllLights(page);
  // Dice decide, or the rules in their place; either way it was asked, and the log says so.
  for (const { engine, insteadOf } of await decided()) expect(insteadOf?.engine ?? engine).toBe('wllama');

  // The same decisions are thought through again by it, under two prompts; nothing of that is in the log.
  const before = (await storedLog(page)).length;
  await page.goto('./?play=off#/agents/support');
  await page.getByRole('region', { name: 'What support is told' }).locator('summary').first().click();
  const compare = page.getByRole('region', { name: 'Compare two prompts of support' });
  await compare.getByLabel('Thought through by').selectOption({ label: name });
  await compare.getByRole('button', { name: 'Compare' }).click();
  await expect(compare.locator('[data-compared]')).toHaveAttribute('data-compared', /[1-9]/, { timeout: 150_000 });
  await compare.locator('[data-trial]').first().locator('summary').first().click();
  await expect(compare.locator('[data-trial] pre').first()).toBeVisible();
  expect(await storedLog(page)).toHaveLength(before);

  await context.setOffline(true);
  await page.reload();
  await goTo(page, 'Models');
  await tryIt(page);
  await model(page).getByRole('button', { name: 'Evaluate on support' }).click();
  await expect(model(page).locator('[data-evaluated]')).toContainText('written for each', { timeout: 150_000 });
  await context.setOffline(false);

  const kept = () =>
    page.evaluate(async () => {
      const shelf = await (await navigator.storage.getDirectory()).getDirectoryHandle('models');
      const names: string[] = [];
      for await (const one of shelf.keys()) names.push(one);
      return names;
    });
  expect(await kept()).toEqual(expect.arrayContaining(['tiny.gguf', 'tiny.json']));
  await page.getByRole('button', { name: `Delete ${name}` }).click();
  await page.getByRole('button', { name: `Delete ${name} for good` }).click();
  await expect(model(page)).toHaveCount(0);
  expect(await kept()).toEqual([]);
  expect(complaints).toEqual([]);
});

test('a model from an address comes in over cuts; what is no model is never kept', async ({ page }) => {
  const hub = await openHub(tiny);
  await openModels(page);
  const field = page.getByLabel('or from an address');
  const download = async (path: string) => {
    await field.fill(`${hub.address}${path}`);
    await page.getByRole('button', { name: 'Download', exact: true }).click();
  };
  for (const [path, because] of [
    ['page.gguf', 'sent a page'],
    ['liar.gguf', 'does not begin with "GGUF"'],
    ['short.gguf', 'it was cut off'],
    ['gone.gguf', 'answered 404'],
  ] as const) {
    await download(path);
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(because);
    await expect(model(page)).toHaveCount(0);
  }
  await download('cut.gguf');
  await expect(model(page)).toHaveAttribute('data-whole', 'true');
  // It was cut twice and asked for again; how much of a cut answer a browser hands on is its own affair.
  expect(hub.asked('/cut.gguf')).toBe(3);
  await tryIt(page);
  // Nobody else got a door to that server: neither the page nor the thread in which the model runs.
  const attempt = (url: string) =>
    fetch(url).then(
      () => 'reached',
      (error: Error) => error.name,
    );
  expect(await page.evaluate(attempt, `${hub.address}cut.gguf`)).toBe('TypeError');
  for (const worker of page.workers())
    expect(await worker.evaluate(attempt, `${hub.address}cut.gguf`)).toBe('TypeError');
  hub.server.close();
});

test('a download that is paused goes on from where it was, also after the tab was closed', async ({
  page,
  context,
}) => {
  const hub = await openHub(tiny);
  await openModels(page);
  await page.getByLabel('or from an address').fill(`${hub.address}slow.gguf`);
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  await expect(page.getByRole('button', { name: /^Pause/ })).toBeVisible();
  // What is shown as here is on the disk.
  await expect.poll(() => model(page).getByRole('progressbar').getAttribute('value')).toMatch(/^0\.\d*[1-9]/);
  await page.getByRole('button', { name: /^Pause/ }).click();
  await expect(page.getByRole('button', { name: /^Go on/ })).toBeVisible();
  await page.close();
  const later = await context.newPage();
  await later.goto('./?play=off#/models');
  await expect(model(later)).toHaveAttribute('data-whole', 'false');
  hub.hurry();
  await later.getByRole('button', { name: /^Go on/ }).click();
  await expect(model(later)).toHaveAttribute('data-whole', 'true');
  expect(hub.ranges.some((range) => Number(/bytes=(\d+)-/.exec(range)?.[1]) > 0)).toBe(true);
  hub.server.close();
});

test('a model for the graphics card comes from a mirror, is used only when somebody says so, and goes as one file to another device', async ({
  page,
}) => {
  const hub = await openHub(tiny);
  await openModels(page);
  await expect(page.locator('[data-engine=webllm][data-available=true]')).toContainText('Unverified');
  // The graphics card of software computes in 32 bits only: nothing else is offered.
  await expect(page.locator('[data-offered]').first()).toHaveAttribute('data-offered', offered);
  await page.getByText('Download from somewhere else').click();
  await page.getByLabel('Address of a mirror').fill(`${hub.address}packs`);
  await page.getByRole('button', { name: 'Use it' }).click();
  await expect(page.getByText(`fetched from ${new URL(hub.address).host}.`)).toBeVisible();
  await page.getByRole('button', { name: `Download ${offered}` }).click();
  await expect(model(page)).toHaveAttribute('data-whole', 'true');

  await expect(page.locator('[data-untrusted]')).toBeVisible();
  await expect(page.locator('[data-engine-of=support] option[value^=pack]')).toHaveCount(0);
  await page.getByRole('button', { name: `Use ${offered} all the same` }).click();
  // The real library in the real thread, up to a program that does nothing: that is said, and the next question may ask again.
  await model(page).getByRole('button', { name: 'Try it' }).click();
  await expect(model(page).getByRole('alert')).toContainText('WebLLM cannot run');

  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: `Save the file of ${offered}` }).click();
  const archive = await (await saved).path();
  await page.getByRole('button', { name: `Delete ${offered}`, exact: true }).click();
  await page.getByRole('button', { name: `Delete ${offered} for good` }).click();
  await expect(model(page)).toHaveCount(0);
  const here = () =>
    page.evaluate(async () => {
      const stores = await Promise.all(['webllm/config', 'webllm/wasm', 'webllm/model'].map((one) => caches.open(one)));
      return (await Promise.all(stores.map((one) => one.keys()))).flat().length;
    });
  expect(await here()).toBe(0);
  await page.getByLabel('Take a file (.gguf, .tar)').setInputFiles({
    name: 'stick.tar',
    mimeType: '',
    buffer: readFileSync(archive),
  });
  await expect(model(page)).toHaveAttribute('data-whole', 'true');
  await expect(model(page)).toHaveAttribute('data-model', `pack:${offered.toLowerCase()}`);
  hub.server.close();
});

test.describe('without the service worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('models come from a file, and from a folder beside this app; no other server is reached', async ({ page }) => {
    // What a school puts beside the app on its own server.
    await page.route(`**/packs/${offered}/*`, (route) => {
      const bytes = packedFile(new URL(route.request().url()).pathname.split('/').at(-1) ?? '');
      return bytes
        ? route.fulfill({ body: Buffer.from(bytes), contentType: 'application/octet-stream' })
        : route.fulfill({ status: 404 });
    });
    await openAtNine(page);
    await goTo(page, 'Models');
    await takeTiny(page);
    await tryIt(page);
    await page.getByLabel('or from an address').fill('https://models.example/one.gguf');
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Messages' })).toContainText(
      'https://models.example is not to be reached',
    );
    await page.getByText('Download from somewhere else').click();
    await page.getByLabel('Address of a mirror').fill('packs');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByRole('button', { name: `Download ${offered}` }).click();
    await expect(page.locator('[data-untrusted]')).toBeVisible();
    await expect(page.locator(`[data-model="pack:${offered.toLowerCase()}"]`)).toHaveAttribute('data-whole', 'true');
  });
});
