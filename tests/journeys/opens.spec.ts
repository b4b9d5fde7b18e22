import { expect, test } from '@playwright/test';
import { complaintsOf, headline, openAtNine, pickMail, settled, storedLog } from './shop';

test('the shop is alive without a word being said, and nothing is complained about', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('./');
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
  await expect(page.locator('[data-mail][data-state="answered"]').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Scripted engine (rules, no model)').first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test('offline after the first visit: reload, all is still there, and the agents go on', async ({ page, context }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
  const before = await storedLog(page);

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
  await settled(page);
  expect((await storedLog(page)).slice(0, before.length)).toEqual(before);
  expect(await page.evaluate(() => document.fonts.load('16px "Geist Variable"').then((faces) => faces.length))).toBe(1);

  // What is loaded only when somebody goes there is stored, too: the screens, and what reads a mail.
  for (const screen of ['Log', 'Agents', 'Data']) {
    await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
    await expect(page.getByRole('heading', { name: screen, exact: true })).toBeVisible();
  }
  await page.getByRole('link', { name: 'Shop', exact: true }).click();
  await pickMail(page, 'broken-mug.eml');
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  expect(complaints).toEqual([]);
});

test('the headline is painted before any script has run', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  await page.goto('./');
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
  await page.close();
});
