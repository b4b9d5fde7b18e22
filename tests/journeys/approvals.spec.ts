import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, openAtNine, writeSample } from './shop';

const tab = (page: Page, name: string | RegExp) =>
  page.getByRole('navigation', { name: 'Orders, approvals, rules' }).getByRole('link', { name });

/** Sets the rule that refunds above one euro wait. */
async function holdRefunds(page: Page): Promise<void> {
  await page.keyboard.press('4');
  await tab(page, 'Rules').click();
  const rule = page.locator('[data-policy="refund-above"]');
  await rule.getByRole('textbox').fill('one');
  await expect(rule.getByText('Write an amount such as 25 or 14.50.')).toBeVisible();
  await rule.getByRole('textbox').fill('1');
  await rule.getByRole('button', { name: /^Set/ }).click();
  await expect(rule.locator('[data-says]')).toHaveText('Refunds above €1.00 wait for the shopkeeper.');
}

/** A customer asks for money, support proposes it, the rule holds it back. */
async function askForMoney(page: Page): Promise<void> {
  await page.keyboard.press('1');
  await writeSample(page, 'Refund a broken mug');
  await expect(page.locator('[data-approvals="1"]')).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press('4');
  await tab(page, /Approvals/).click();
}

test('a rule is set and taken back on screen, each time as an event', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await holdRefunds(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  const rule = page.locator('[data-policy="refund-above"]');
  await expect(rule.locator('[data-says]')).toHaveText('Refunds of any amount go out by themselves.');
  await expect(rule.getByRole('textbox')).toHaveValue('');
  expect(complaints).toEqual([]);
});

test('a refund that waits is agreed to, and goes out once', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await holdRefunds(page);
  await askForMoney(page);
  const card = page.locator('[data-approval]');
  await expect(card).toContainText('refunds above €1.00 wait for the shopkeeper');
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/approval-open.png` });
  await card.getByLabel(/Your words/).fill('a good customer');
  await card.getByRole('button', { name: /^Agree/ }).click();
  await expect(card).toHaveAttribute('data-state', 'given');
  await expect(card.getByRole('button', { name: /^Agree/ })).toHaveCount(0);
  await expect(page.locator('[data-approvals]')).toHaveCount(0);
  await card.getByRole('link', { name: /^order/ }).click();
  await expect(page.locator('[data-ledger="refund"]')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

test('when a fact under it changes, an approval lapses: the card says what changed and takes no answer', async ({
  page,
}) => {
  await openAtNine(page);
  await holdRefunds(page);
  await askForMoney(page);
  const card = page.locator('[data-approval]');
  await card.getByRole('link', { name: /^order/ }).click();
  await page.getByRole('button', { name: 'Refund …' }).click();
  await page
    .locator('[data-form="refund"]')
    .getByRole('button', { name: /^Refund: order/ })
    .click();
  await expect(page.locator('[data-outcome="accepted"]')).toBeVisible();
  await tab(page, /Approvals/).click();
  await expect(card.first()).toHaveAttribute('data-state', 'lapsed');
  await expect(card.first().getByRole('list', { name: 'What changed' })).toContainText('RefundProcessed');
  await expect(card.first().getByRole('button', { name: /^Agree/ })).toHaveCount(0);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/approval-lapsed.png` });
});
