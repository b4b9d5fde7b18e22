import { chromium, expect, test } from '@playwright/test';
import { serveFiles } from './serveFiles';
import { complaintsOf, openHeld } from './shop';

test('over plain http on a network address the screen says what is missing, and the way out', async ({
  launchOptions,
}) => {
  const server = await serveFiles('dist');
  // A name that is not localhost, as a neighbour on the network would type it.
  const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP shop.lan 127.0.0.1'];
  const browser = await chromium.launch({ ...launchOptions, args });
  const page = await browser.newPage();
  const complaints = complaintsOf(page);
  await page.goto(`http://shop.lan:${server.port}/`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'failed');
  await expect(page.getByRole('alert')).toContainText('This address is not secure enough');
  await expect(page.getByRole('alert')).toContainText('http://localhost, over https, or as an installed app');
  await expect(page.getByRole('alert')).toContainText('NoSecureContext');
  expect(complaints).toEqual([]);
  await browser.close();
  server.close();
});

test('a host that sends no policy serves a working shop, and the Data screen says what that means', async ({
  browser,
}) => {
  const server = await serveFiles('dist');
  const page = await browser.newPage({ baseURL: server.address });
  await openHeld(page);
  await page.goto('./?play=off#/data');
  await expect(page.locator('[data-policy]')).toHaveAttribute('data-policy', 'false');
  await expect(page.locator('[data-policy]')).toContainText('This web server sends no content policy');
  await page.close();
  server.close();
});

test('where the policy is sent the Data screen says so, and without a network that nobody knows', async ({
  page,
  context,
}) => {
  await openHeld(page);
  await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
  await page.goto('./?play=off#/data');
  await expect(page.locator('[data-policy]')).toHaveAttribute('data-policy', 'true');
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('[data-policy]')).toHaveAttribute('data-policy', 'unknown');
});
