import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { mailbox, pickMailbox } from './mailbox';
import { complaintsOf, openAtNine, openHeld, storedLog, storedCommits, openData } from './shop';

// A whole day's mail goes through one thread here.
test.describe.configure({ timeout: 120_000 });

async function exportWorld(page: Page): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export world' }).click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^common-ground-.*\.ndjson$/);
  return readFile(await download.path(), 'utf8');
}

async function verifiedHash(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Verify the log' }).click();
  await expect(page.locator('main [data-verified]')).toHaveAttribute('data-verified', 'true');
  return (await page.locator('[data-head-hash]').textContent()) ?? '';
}

const pickWorld = (page: Page, text: string) =>
  page
    .getByLabel('Pick an exported world')
    .setInputFiles({ name: 'world.ndjson', mimeType: 'application/x-ndjson', buffer: Buffer.from(text) });

test('a world is exported, checked, opened beside itself with the same seal, and the first one is still there', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const before = await storedLog(page);
  await openData(page);
  const hash = await verifiedHash(page);
  const text = await exportWorld(page);
  const seal = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '') as { head: number; headhash: string };
  expect(seal).toMatchObject({ head: before.length, headhash: hash });

  await pickWorld(page, text);
  await expect(page.locator('[data-import]')).toHaveAttribute('data-import', 'intact');
  await expect(page.locator('[data-import]')).toContainText(hash);
  await page.getByRole('button', { name: 'Open as a separate world' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-world', /^import-/);
  await expect(page.locator('header .world')).toHaveText('shop 1 (imported)');
  await page.getByRole('button', { name: 'Keep them paused' }).click();
  await verifiedHash(page);

  // The old history is in it as it was, sealed as it was; behind it stand three pauses and nothing else.
  const copies = await commitsOf(page, /^import-/);
  expect(copies.flatMap((commit) => commit.events).slice(0, before.length)).toEqual(before);
  expect(copies.findLast((commit) => commit.first <= seal.head)?.hash).toBe(hash);
  expect(copies.flatMap((commit) => commit.events).slice(before.length)).toMatchObject([
    { type: 'AgentPaused' },
    { type: 'AgentPaused' },
    { type: 'AgentPaused' },
  ]);
  await page.getByRole('link', { name: 'Agents' }).click();
  for (const agent of ['support', 'inventory', 'marketing']) {
    await expect(page.locator(`[data-agent="${agent}"]`).first()).toHaveAttribute('data-state', 'paused');
  }

  await openData(page);
  await page.getByRole('button', { name: 'Open shop 1', exact: true }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-world', 'shop-1');
  await page.getByRole('button', { name: 'Archive shop 1 (imported)' }).click();
  await expect(page.locator('[data-world-row^="import-"]')).toHaveAttribute('data-archived', 'true');
  await page.reload();
  await expect(page.getByRole('main')).toHaveAttribute('data-world', 'shop-1');
  expect(await verifiedHash(page)).toBe(hash);
  expect(complaints).toEqual([]);
});

test('a file that was tampered with is refused with the number of its first bad line, and nothing of it is kept', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await openData(page);
  const text = await exportWorld(page);
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes('"type":"ProductSubmitted"'));
  const edited = lines.with(at, (lines[at] ?? '').replace(/"priceCents":(\d)/, '"priceCents":9$1'));
  await pickWorld(page, edited.join('\n'));
  await expect(page.locator('[data-import="bad"]')).toHaveAttribute('data-bad-line', String(at + 1));
  await expect(page.getByText(`line ${at + 1} is bad`)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open as a separate world' })).toHaveCount(0);

  await pickWorld(page, lines.slice(0, 20).join('\n'));
  await expect(page.locator('[data-import="bad"]')).toHaveAttribute('data-bad-line', '20');
  await expect(page.locator('[data-world-row]')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('a mailbox of 5,000 mails: taken with numbers, the page answers, it is stopped, what is in stays in, and nothing twice', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openHeld(page);
  await openData(page);

  await pickMailbox(page, mailbox(5000));
  await expect(page.getByText(/^[1-9][\d,]* of 5,000 mails$/)).toBeVisible();
  // The page answers meanwhile, and what it was asked for goes on behind another screen.
  await page.keyboard.press('2');
  await expect(page.getByRole('heading', { name: 'Log', exact: true })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Words' }).fill('MailReceived');
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText('MailReceived');
  await openData(page);
  await page.getByRole('button', { name: 'Stop taking mails' }).click();
  const report = page.locator('[data-mails-taken]');
  await expect(report).toContainText('Stopped.');
  const first = Number(await report.getAttribute('data-mails-taken'));
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(5000);
  const mails = async () => (await storedLog(page)).filter((event) => event.type === 'MailReceived').length;
  expect(await mails()).toBe(first);

  // Its first 200 again, two of them broken: what was in by then is not taken twice, and what was not is.
  const bad = [7, 190];
  await pickMailbox(page, mailbox(200, new Set(bad)));
  await expect(report).toHaveAttribute('data-mails-taken', '198', { timeout: 60_000 });
  await expect(report).toHaveAttribute('data-mails-refused', '2');
  for (const number of bad) await expect(report).toContainText(`Mail ${number}:`);
  expect(await mails()).toBe(first >= 200 ? first : 198 + bad.filter((number) => number <= first).length);
  expect(complaints).toEqual([]);
});
/** The commits of the world whose id fits, read past the app. */
async function commitsOf(page: Page, id: RegExp) {
  const { commits } = await storedCommits(page);
  const ofWorld = commits.filter(({ world }) => id.test(world));
  return ofWorld.map(({ first, hash, text }) => ({ first, hash, events: JSON.parse(text) as unknown[] }));
}
