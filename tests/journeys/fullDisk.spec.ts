import { randomBytes } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { foldAll } from '../../src/projections';
import { card, complaintsOf, openHeld, settled, storedLog, takeSteps } from './shop';

// What the service worker puts by for later takes of the same space, at a time of its own.
test.use({ serviceWorkers: 'block' });

const refusal = 'The disk space this browser grants is used up, and nothing was written.';

test('a full disk is said in words, leaves nothing half written, and the shop goes on when there is space again', async ({
  page,
  context,
}) => {
  const complaints = complaintsOf(page);
  // Chromium keeps what it once found out about the space that is left, so the limit comes before the shop opens.
  await page.goto('./manifest.webmanifest');
  const origin = new URL(page.url()).origin;
  const devtools = await context.newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  await openHeld(page);
  await takeSteps(page, 16);
  await page.getByRole('button', { name: 'Pause support' }).click();
  await expect(card(page, 'support')).toHaveAttribute('data-state', 'paused');

  for (const bytes of [150_000, 15_000]) await handInUntilRefused(page, bytes);
  await stepUntilStopped(page);
  await expect(stopped(page)).toContainText('The disk is full');

  const full = await storedLog(page);
  expect(full.map((event) => event.position)).toEqual(full.map((_, index) => index + 1));
  const taken = full.filter((event) => event.type === 'MailReceived').length;
  expect(taken).toBeGreaterThan(5);

  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
  await page.getByRole('button', { name: 'Resume support' }).click();
  await settled(page);
  await page.getByRole('button', { name: /Saved/ }).click();
  await page.getByRole('button', { name: 'Verify the log' }).click();
  // A text that had not been written with its event would be counted as erased.
  await expect(page.locator('[data-verified]')).toContainText(/Intact: \d+ events, every seal fits\./);
  await page.keyboard.press('Escape');
  expect(await handIn(page, 15_000, 1)).toBe(0);
  await page.keyboard.press('Escape');
  await settled(page);

  const after = await storedLog(page);
  expect(after.slice(0, full.length)).toEqual(full);
  const mails = [...foldAll(after).inbox.values()];
  expect(mails).toHaveLength(taken + 1);
  // Answered, put away or handed to a person: nobody waits for what was lost.
  expect(mails.filter(({ status }) => !['answered', 'filed', 'escalated'].includes(status))).toEqual([]);
  expect(complaints).toEqual([]);
});

const stopped = (page: Page) => page.locator('main[data-state="failed"]');

/** Hands in mails of this size until there is no room for another. */
async function handInUntilRefused(page: Page, bytes: number): Promise<void> {
  for (let refused = 0; refused === 0 && (await stopped(page).isHidden());) {
    refused = await handIn(page, bytes, 20);
    // Until the mailroom is done with those that were taken, or had to stop for want of room.
    await page.locator('[data-waiting="0"]').or(stopped(page)).first().waitFor();
    if (await stopped(page).isVisible()) return;
    if (refused > 0) await expect(page.locator('[data-refused]').first()).toContainText(refusal);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
}

/** Each turn needs room for what the agent thought; at last there is none, not even to note that its thread ended. */
async function stepUntilStopped(page: Page): Promise<void> {
  const step = page.getByRole('button', { name: 'Step one support' });
  for (;;) {
    await step.or(stopped(page)).first().waitFor();
    if (await stopped(page).isVisible()) return;
    const head = await page.locator('[data-head]').getAttribute('data-head');
    await step.click();
    await page.locator(`[data-head]:not([data-head="${head}"])`).or(stopped(page)).first().waitFor();
  }
}

let count = 0;

/** Hands in mails of about this size; returns how many were refused, none when the shop had to stop. */
async function handIn(page: Page, bytes: number, files: number): Promise<number> {
  const mails = Array.from({ length: files }, () => bigMail(bytes, count++));
  await page.getByRole('button', { name: 'Write as a customer' }).click();
  await page.getByLabel('Pick .eml files').setInputFiles(mails);
  const report = page.locator('[data-taken], [data-refused]');
  await report.or(stopped(page)).first().waitFor();
  return page.locator('[data-refused]').count();
}

/** A mail whose text cannot be packed smaller. */
function bigMail(bytes: number, n: number) {
  const lines = Array.from({ length: Math.ceil(bytes / 80) }, () => randomBytes(59).toString('base64'));
  const head = ['From: Somebody <somebody@example.net>', `Subject: Big ${n}`, `Message-ID: <big-${n}@example.net>`, ''];
  return {
    name: `big-${n}.eml`,
    mimeType: 'message/rfc822',
    buffer: Buffer.from([...head, ...lines].join('\r\n')),
  };
}
