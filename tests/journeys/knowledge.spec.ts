import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, openAtNine, pickMail, settled } from './shop';

test('offline on the first reload, support finds what is meant, and its transcript says why each document was found', async ({
  page,
  context,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
  await vectorsWereHandedOut(page);
  await pickMail(page, 'broken-mug.eml');
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  await settled(page);

  await page.goto('./?play=off#/agents/support');
  await expect(page.locator('[data-embedder]').first()).toHaveAttribute('data-embedder', /^static-64-/);
  const found = page.locator('[data-transcript] p', { has: page.locator('[data-why]') });
  await expect(found.filter({ hasText: 'policy:damaged' })).toContainText(
    /words .* \+ 0\.\d\d\smeaning \+ 0\.\d\d\srecency/,
  );
  await expect(found.filter({ hasText: 'order:1276' })).toContainText(/words \(.*1276.*meaning/);
  expect(complaints).toEqual([]);
});

test.describe('without the service worker, that would have stored them', () => {
  test.use({ serviceWorkers: 'block' });

  test('without word vectors support goes on by words alone, and says so', async ({ page }) => {
    // The files are not there, as on a host that was given only half of the app.
    await page.route('**/embeddings/*', (route) => route.fulfill({ status: 404 }));
    await openAtNine(page);
    await pickMail(page, 'broken-mug.eml');
    await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
    await settled(page);

    await page.goto('./?play=off#/agents/support');
    await expect(page.locator('[data-embedder]').first()).toHaveAttribute('data-embedder', 'none');
    await expect(page.locator('[data-why]').first()).toContainText('words');
    await expect(page.locator('[data-why]').first()).not.toContainText('meaning');
  });
});

/** All four files were read, which can only have been from what the service worker stored. */
async function vectorsWereHandedOut(page: Page): Promise<void> {
  const files = () =>
    page.evaluate(() => {
      const read = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      return read.filter((one) => one.name.includes('/embeddings/') && one.responseEnd > 0).length;
    });
  await expect.poll(files).toBe(4);
}
