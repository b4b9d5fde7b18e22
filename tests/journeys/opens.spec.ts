import { expect, test } from '@playwright/test';

const headline = 'Three AI agents run this shop in your browser. Nothing leaves this device.';

test('the page opens without a complaint, and the next visit needs no network', async ({ page, context }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));

  await page.goto('./');
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');

  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL)).toContain('/serviceWorker.js');

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Inbox' })).toBeVisible();
  expect(await page.evaluate(() => document.fonts.load('16px "Geist Variable"').then((faces) => faces.length))).toBe(1);
  expect(complaints).toEqual([]);
});

test('the headline is painted before any script has run', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  await page.goto('./');
  await expect(page.getByRole('heading', { name: headline })).toBeVisible();
  await page.close();
});
