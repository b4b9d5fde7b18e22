import { expect, test, type Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { complaintsOf, openAtNine, openHeld, pickMail, settled, storedLog, openData } from './shop';

/** Saves what a press of a button makes. */
async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; path: string }> {
  const coming = page.waitForEvent('download');
  await press();
  const download = await coming;
  return { name: download.suggestedFilename(), path: await download.path() };
}

/** Opens a file as somebody would who got it by mail: from the disk, without a network. */
async function openFile(page: Page, path: string): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto(`file://${path}`);
  return other;
}

test('an exported page checks itself when it is opened offline, shows mail as text, and finds an edit', async ({
  page,
  context,
}, testInfo) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await pickMail(page, 'broken-mug.eml');
  // Nobody is at work on it yet when it is only in.
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  await settled(page);
  const events = await storedLog(page);
  await openData(page);
  const { name, path } = await saved(page, () => page.getByRole('button', { name: 'Export with its checker' }).click());
  expect(name).toMatch(/\.html$/);
  const html = await readFile(path, 'utf8');
  const copy = testInfo.outputPath('export.html');
  await writeFile(copy, html);
  await context.setOffline(true);
  const checker = await openFile(page, copy);
  const checkersComplaints = complaintsOf(checker);
  await expect(checker.locator('#result')).toHaveAttribute('data-state', 'intact');
  await expect(checker.locator('#result')).toContainText(`${events.length} events`);
  await expect(checker.locator('#events > li')).toHaveCount(events.length);
  expect(html).toContain("default-src 'none'");

  // What a mail says is text, whatever it says; an edit is found and said.
  const hostile = testInfo.outputPath('edited.html');
  await writeFile(hostile, html.replace('RefundProcessed', 'RefundProcesses'));
  const edited = await openFile(page, hostile);
  await expect(edited.locator('#result')).toHaveAttribute('data-state', 'bad');
  await expect(edited.locator('#result')).toContainText('the line, or one before it, was changed');
  const injected = testInfo.outputPath('injected.html');
  await writeFile(
    injected,
    html.replace('<ol id="events">', '<script>document.title = "owned"</script><ol id="events">'),
  );
  const refused = await openFile(page, injected);
  await expect(refused.locator('#result')).toHaveAttribute('data-state', 'intact');
  await expect(refused).toHaveTitle(/^An export/);
  expect([...complaints, ...checkersComplaints]).toEqual([]);
});

test('one story is exported from its event, and its page checks it', async ({ page }, testInfo) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const log = await storedLog(page);
  const last = log.at(-1);
  await page.evaluate((id) => (location.hash = `#/log?sel=${id}`), last?.id);
  const { name, path } = await saved(page, () => page.getByRole('button', { name: 'Export it' }).click());
  expect(name).toMatch(/^common-ground-story-.*\.html$/);
  const copy = testInfo.outputPath('story.html');
  await writeFile(copy, await readFile(path, 'utf8'));
  const checker = await openFile(page, copy);
  await expect(checker.locator('#result')).toHaveAttribute('data-state', 'intact');
  await expect(checker.locator('#result')).toContainText('one story');
  for (const event of log.filter(({ correlationId }) => correlationId === last?.correlationId))
    await expect(checker.getByText(`${event.position}  `).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a customer is forgotten: the name leaves the screen and the database, and the history is intact', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await openData(page);
  const choice = page.getByLabel('Customer to forget');
  const name = (await choice.locator('option').nth(1).textContent()) ?? '';
  expect(name.length).toBeGreaterThan(3);
  await choice.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Forget …' }).click();
  await page.getByRole('button', { name: `Forget ${name} for good` }).click();
  await expect(choice.locator('option', { hasText: name })).toHaveCount(0);
  await page.getByRole('button', { name: 'Verify the log' }).click();
  await expect(page.locator('main [data-verified]')).toHaveAttribute('data-verified', 'true');
  await expect(page.locator('main [data-verified]')).toContainText('erased');
  const stored = await page.evaluate(async () => {
    const { pathname } = new URL('.', document.baseURI);
    const opening = indexedDB.open(`common-ground${pathname}`);
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const db = opening.result;
    const stores = [...db.objectStoreNames];
    const read = db.transaction(stores);
    const all = stores.map(
      (store) =>
        new Promise(
          (resolve) =>
            (read.objectStore(store).getAll().onsuccess = ({ target }) => resolve((target as IDBRequest).result)),
        ),
    );
    const text = JSON.stringify(await Promise.all(all));
    db.close();
    return text;
  });
  expect(stored.length).toBeGreaterThan(10_000);
  expect(stored).not.toContain(name);
  expect(complaints).toEqual([]);
});

test('a seal that was noted is checked later; another one is not believed', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await openData(page);
  await page.getByRole('button', { name: 'Seal as a code' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the seal' })).toBeVisible();
  const seal = (await page.locator('[data-seal]').getAttribute('data-seal')) ?? '';
  // Something happens after it was noted.
  await page.keyboard.press('1');
  await page.keyboard.press('.');
  await settled(page);
  await openHeld(page);
  await openData(page);
  await page.getByLabel('A seal you noted').fill(seal);
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.locator('[data-seal-fits]')).toHaveAttribute('data-seal-fits', 'true');
  await page.getByLabel('A seal you noted').fill(`${seal.slice(0, -1)}${seal.endsWith('0') ? '1' : '0'}`);
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.locator('[data-seal-fits]')).toHaveAttribute('data-seal-fits', 'false');
  expect(complaints).toEqual([]);
});
