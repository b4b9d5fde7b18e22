import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, openData, openHeld, storedLog, takeSteps } from './shop';

test('a reset begins a fresh shop, and undo brings the old one back, sealed as it was', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openHeld(page);
  await takeSteps(page, 16);
  const events = await storedLog(page);
  const seal = await sealShown(page);
  expect(seal).toMatch(/^[0-9a-f]{64}$/);
  await verify(page, events.length);

  await page.getByRole('button', { name: 'Reset the shop' }).click();
  await expectFresh(page);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expectBack(page, events.length);
  expect(await sealShown(page)).toBe(seal);

  // It can come back also when the message that offers it is gone.
  await page.getByRole('button', { name: 'Reset the shop' }).click();
  await expectFresh(page);
  await page.reload();
  await expectFresh(page);
  await sealShown(page);
  await page.getByRole('button', { name: 'Undo reset' }).click();
  await expectBack(page, events.length);
  expect(await sealShown(page)).toBe(seal);
  expect(await storedLog(page)).toEqual(events);
  await verify(page, events.length);

  // And it goes on where it was.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Restock +20 MUG-1' }).click();
  await expect(page.locator('[data-head]')).not.toHaveText(String(events.length));
  const after = await storedLog(page);
  expect(after.slice(0, events.length)).toEqual(events);
  expect(after[events.length]?.type).toBe('StockReceiptReported');
  expect(complaints).toEqual([]);
});

test('the Data screen resets, too, says what is stored, and asks the browser to keep it', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openHeld(page);
  await takeSteps(page, 3);
  const events = (await storedLog(page)).length;
  await openData(page);
  const data = page.getByRole('main');
  const storage = data.locator('[data-persisted]');
  await expect(storage).toContainText(/[\d.]+ (?:kB|MB) are used of [\d.]+ (?:MB|GB)/);
  await data.getByRole('button', { name: 'Ask the browser to keep it' }).click();
  await expect(page.getByText(/The browser (?:keeps it until you delete it|does not promise it)/)).toBeVisible();
  await data.getByRole('button', { name: 'Reset the shop' }).click();
  await expect(page.locator('[data-head]')).toHaveText('0');
  await expect(data.locator('[data-world-row]')).toHaveCount(2);
  await data.getByRole('button', { name: 'Undo reset' }).click();
  await expectBack(page, events);
  expect(complaints).toEqual([]);
});

async function expectFresh(page: Page): Promise<void> {
  await expect(page.locator('.world')).not.toHaveText('shop 1');
  await expect(page.locator('[data-head]')).toHaveText('0');
  await expect(page.locator('[data-sku]')).toHaveCount(0);
  expect(await storedLog(page)).toEqual([]);
}

async function expectBack(page: Page, events: number): Promise<void> {
  await expect(page.locator('.world')).toHaveText('shop 1');
  await expect(page.locator('[data-head]')).toHaveText(String(events));
}

const box = (page: Page) => page.getByRole('region', { name: 'Saved' });

/** The whole hash of the last event, as the screen has it. Leaves the box open. */
async function sealShown(page: Page): Promise<string | null> {
  if (!(await box(page).isVisible())) await page.getByRole('button', { name: /Saved/ }).click();
  return box(page).locator('code[title]').getAttribute('title');
}

async function verify(page: Page, events: number): Promise<void> {
  await box(page).getByRole('button', { name: 'Verify the log' }).click();
  await expect(box(page).locator('[data-verified]')).toHaveAttribute('data-verified', 'true');
  await expect(box(page)).toContainText(`Intact: ${events} events`);
}
