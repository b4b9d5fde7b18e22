import { expect, test, type Page } from '@playwright/test';
import { openLab } from './labBench';
import { complaintsOf, storedLog } from './shop';

/** The names of what is stored on this device. */
const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? '').sort());

for (const { id, bet, crashes } of [
  { id: 'race', bet: 'Two.', crashes: '0 times' },
  { id: 'crash', bet: '€29.00', crashes: '1 time' },
])
  test(`[LAB9] “${id}” on real threads and a real database ends as it did simulated, and no saved world is touched`, async ({
    page,
  }) => {
    const complaints = complaintsOf(page);
    await openLab(page, id);
    await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
    const [before, log] = [await databases(page), await storedLog(page)];
    await page.getByLabel(bet).check();
    await page.getByRole('button', { name: 'Your turn' }).click();
    await page.getByRole('button', { name: 'Run the right side for real' }).click();
    const real = page.getByRole('region', { name: 'For real' });
    await expect(real.locator('[data-real-broken]')).toBeVisible({ timeout: 40_000 });
    await expect(real.locator('[data-real-broken]')).toHaveAttribute('data-real-broken', '0');
    await expect(real.locator('[data-same]')).toHaveAttribute('data-same', 'true');
    await expect(real).toContainText(`threads ended ${crashes}`);
    await expect.poll(() => databases(page)).toEqual(before);
    expect(await storedLog(page)).toEqual(log);
    expect(complaints).toEqual([]);
  });

test('[LAB9] a real run is stopped, and nothing is left of it', async ({ page }) => {
  await openLab(page, 'sandbox');
  const before = await databases(page);
  await page.getByRole('button', { name: 'Run the right side for real' }).click();
  await expect(page.getByText(/\d+ of \d+, \d+ events/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Run the right side for real' })).toBeVisible();
  await expect.poll(() => databases(page)).toEqual(before);
});
