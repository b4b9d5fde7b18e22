import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { sampleWorld } from '../../src/intake/shopFiles/sampleWorld.suite';
import { complaintsOf, expectAllLights, openHeld, storedLog, openData } from './shop';

const pick = (page: Page, name: string, text: string) =>
  page.getByLabel('Pick .csv or .json files').setInputFiles({
    name,
    mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/json',
    buffer: Buffer.from(text),
  });
const preview = (page: Page) => page.locator('[data-shop-preview]');
const imported = (page: Page) => page.locator('[data-shop-imported]');
const takeIt = (page: Page) => page.getByRole('button', { name: 'Take it into this shop' }).click();

test('a world file is read, shown, taken in, and changes nothing the second time', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openHeld(page);
  await openData(page);
  const world = sampleWorld();
  Object.assign(world.orders[1]?.items[0] ?? {}, { qty: -1 });
  const text = JSON.stringify(world, null, 2);

  await pick(page, 'shop.json', text);
  await expect(preview(page)).toHaveAttribute('data-skipped', '1');
  await expect(preview(page)).toContainText('4 variants, 2 customers, 2 orders');
  const line = text.slice(0, text.indexOf('"qty": -1')).split('\n').length;
  await expect(preview(page)).toContainText(`Line ${line}, order 1002`);
  expect(await storedLog(page)).toEqual([]);

  await takeIt(page);
  await expect(imported(page)).toHaveAttribute('data-shop-imported', 'done');
  await expect(imported(page)).toHaveAttribute('data-left-out', '0');
  const before = await storedLog(page);
  expect(before.filter(({ type }) => type === 'OrderTakenOver')).toHaveLength(2);

  await page.getByRole('button', { name: 'Put away' }).click();
  await pick(page, 'shop.json', text);
  await expect(preview(page)).toHaveAttribute('data-shop-preview', 'nothing-new');
  await expect(preview(page)).toHaveAttribute('data-known', '8');
  expect(await storedLog(page)).toHaveLength(before.length);

  await page.getByRole('link', { name: 'Agents' }).click();
  for (const agent of ['support', 'inventory', 'marketing']) {
    await expect(page.locator(`[data-agent="${agent}"]`).first()).toHaveAttribute('data-state', 'paused');
  }
  await page.getByRole('link', { name: 'Shop' }).click();
  await expectAllLights(page);
  expect(complaints).toEqual([]);
});

test('a file that cannot be taken says why, with its line, and nothing is kept of it', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openHeld(page);
  await openData(page);
  await pick(page, 'broken.csv', 'Handle,Title,Variant Price\nmug,Mug,1\nlamp,"Lamp,2\n');
  await expect(preview(page)).toHaveAttribute('data-shop-preview', 'refused');
  await expect(preview(page)).toContainText('Line 3: a quote is opened and never closed');
  await pick(page, 'else.csv', 'Datum;Betrag\n1;2\n');
  await expect(preview(page)).toContainText('Line 1');
  await pick(page, 'shop.json', '{ "format": "common-ground-world", "version": 1, }');
  await expect(preview(page)).toContainText('no JSON');
  await pick(page, 'shop.json', JSON.stringify({ ...sampleWorld(), currency: 'XYZ' }, null, 1));
  await expect(preview(page)).toContainText('Line 4: currency');
  expect(await storedLog(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

const shopify = (count: number) =>
  [
    'Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price',
    ...Array.from({ length: count }, (_, n) => `p-${n},Thing ${n},<p>Good</p>,Size,M,SKU-${n},5,12.50`),
  ].join('\n');

test('a large table is stopped in the middle, goes on from there, and the page answers meanwhile', async ({ page }) => {
  test.setTimeout(60_000);
  const complaints = complaintsOf(page);
  await openHeld(page);
  await openData(page);
  await pick(page, 'products.csv', shopify(8000));
  await expect(preview(page)).toContainText('Shopify products');
  await takeIt(page);
  const bar = page.getByRole('progressbar', { name: 'Importing products.csv' });
  await expect.poll(() => bar.evaluate((one: HTMLProgressElement) => one.value)).toBeGreaterThan(0.05);
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: 'Log', exact: true })).toBeVisible();
  await openData(page);
  await page.getByRole('button', { name: 'Stop the import' }).click();
  await expect(imported(page)).toHaveAttribute('data-shop-imported', 'stopped');
  const products = async () => (await storedLog(page)).filter(({ type }) => type === 'NewProduct').length;
  const first = await products();
  expect(first).toBeGreaterThan(0);

  await pick(page, 'products.csv', shopify(8000));
  await expect(preview(page)).toHaveAttribute('data-known', String(first));
  await takeIt(page);
  await expect(imported(page)).toHaveAttribute('data-shop-imported', 'done', { timeout: 30_000 });
  expect(await products()).toBe(8000);
  expect(complaints).toEqual([]);
});

test('a file in another currency opens as a shop of its own beside this one', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openHeld(page);
  await openData(page);
  await pick(page, 'euros.json', JSON.stringify(sampleWorld()));
  await takeIt(page);
  await expect(imported(page)).toHaveAttribute('data-shop-imported', 'done');

  await pick(page, 'dollars.json', JSON.stringify({ ...sampleWorld(), currency: 'USD' }));
  await expect(preview(page)).toContainText('counts in USD and this shop in EUR');
  await page.getByRole('radio', { name: 'As a new shop' }).check();
  await page.getByRole('button', { name: 'Open as a new shop' }).click();
  await expect(imported(page)).toHaveAttribute('data-shop-imported', 'done');
  await expect(page.getByRole('main')).toHaveAttribute('data-world', /^shop-file-/);
  await expect(page.locator('header .world')).toHaveText('dollars');
  expect((await storedLog(page)).some(({ type }) => type === 'CurrencySet')).toBe(true);
  expect(complaints).toEqual([]);
});

test('orders and products leave as tables in which no name is a formula', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openHeld(page);
  await openData(page);
  const world = sampleWorld();
  Object.assign(world.customers[0] ?? {}, { name: '=HYPERLINK("https://example.org")' });
  await pick(page, 'shop.json', JSON.stringify(world));
  await takeIt(page);
  await expect(imported(page)).toHaveAttribute('data-shop-imported', 'done');
  const table = async (name: string) => {
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const download = await saved;
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  };
  const orders = await table('Orders as CSV');
  expect(orders.name).toMatch(/-orders\.csv$/);
  expect(orders.text).toContain(`"'=HYPERLINK(""https://example.org"")"`);
  expect(orders.text.split('\r\n')).toHaveLength(1 + 4 + 1);
  expect((await table('Products as CSV')).text).toContain('MUG-W,Mug,,MUG-W,9,12');
  expect(complaints).toEqual([]);
});
