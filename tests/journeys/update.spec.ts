import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { mailbox, pickMailbox } from './mailbox';
import { serveFiles } from './serveFiles';
import { card, complaintsOf, openAtNine, openHeld, settled, storedLog } from './shop';

/** Puts a second build in the place of the first: another page, and a service worker that knows it by another revision. */
function deploySecondBuild(site: string): void {
  change(join(site, 'index.html'), '<html lang="en"', '<html lang="en" data-build="2"');
  change(
    join(site, 'serviceWorker.js'),
    /"revision":"\w+","url":"index.html"/,
    '"revision":"second","url":"index.html"',
  );
}

function change(file: string, from: string | RegExp, to: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

// A few seconds' work: an update that did not wait for it would cut it short.
const mailsInAll = 400;

const build = (page: Page) => page.locator('html').getAttribute('data-build');

test('a new version waits for a person, then for the work that is under way, and then every tab has it', async ({
  browser,
}, info) => {
  test.slow();
  const site = info.outputPath('site');
  cpSync('dist', site, { recursive: true });
  const server = await serveFiles(site);
  const context = await browser.newContext({ baseURL: server.address });
  const first = await context.newPage();
  const complaints = complaintsOf(first);
  await openAtNine(first);
  await expect(first.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
  const second = await context.newPage();
  await openHeld(second);

  deploySecondBuild(site);
  // The browser looks for a new version whenever a page of it is loaded; what is loaded is still the old one.
  await second.reload();
  for (const tab of [first, second]) {
    await expect(tab.locator('html')).toHaveAttribute('data-pwa', 'update-waiting');
    await expect(tab.getByRole('button', { name: 'Update' })).toBeVisible();
    expect(await build(tab)).toBeNull();
  }

  // Support rests, so that services and agents are settled: what is left to wait for is the file.
  await first.getByRole('button', { name: 'Pause support' }).click();
  // Accepted in the middle of a mailbox: the rest of the file is read by nobody but this tab.
  const before = (await storedLog(first)).length;
  await first.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Data' }).click();
  await pickMailbox(first, mailbox(mailsInAll));
  await expect.poll(async () => (await storedLog(first)).length, { intervals: [20] }).toBeGreaterThan(before);
  await first.getByRole('button', { name: 'Update' }).click();

  for (const tab of [first, second]) {
    await expect(tab.locator('html')).toHaveAttribute('data-build', '2', { timeout: 60_000 });
    await expect(tab.getByRole('main')).toHaveAttribute('data-state', 'open');
  }
  await first.getByRole('link', { name: 'Shop', exact: true }).click();
  await expect(card(first, 'support')).toHaveAttribute('data-state', 'paused');
  await first.getByRole('button', { name: 'Resume support' }).click();
  await expect(first.locator('[data-mail][data-state="open"]')).toHaveCount(0, { timeout: 60_000 });
  await settled(first);
  const events = await storedLog(first);
  const mails = (type: string) =>
    events.flatMap((event) => (event.type === type && 'mailId' in event.data ? [event.data.mailId] : []));
  expect(mails('MailReceived')).toHaveLength(mailsInAll);
  expect(new Set(mails('CustomerQuery')).size).toBe(mailsInAll);
  expect([...mails('ReplySent'), ...mails('Escalated')].toSorted()).toEqual(mails('MailReceived').toSorted());
  expect(complaints).toEqual([]);
  await context.close();
  server.close();
});
