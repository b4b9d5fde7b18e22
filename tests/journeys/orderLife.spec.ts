import { expect, test, type Locator, type Page } from '@playwright/test';
import { sampleWorld } from '../../src/intake/shopFiles/sampleWorld.suite';
import { complaintsOf, expectAllLights, openData, openHeld } from './shop';

/** Takes in a shop in which Ada has paid two white mugs by card and has a gift card with €50.00 on it; opens her order. */
async function openAdasOrder(page: Page): Promise<Locator> {
  await openHeld(page);
  await openData(page);
  const buffer = Buffer.from(JSON.stringify(sampleWorld()));
  await page
    .getByLabel('Pick .csv or .json files')
    .setInputFiles({ name: 'shop.json', mimeType: 'application/json', buffer });
  await page.getByRole('button', { name: 'Take it into this shop' }).click();
  await expect(page.locator('[data-shop-imported]')).toHaveAttribute('data-shop-imported', 'done');
  await page.keyboard.press('4');
  await page.locator('.list [data-order="1001"]').click();
  return page.locator('[data-order-detail="1001"]');
}

/** Fills in the form of an act, reads what it would come to, and proposes it. */
async function act(detail: Locator, name: string, filled: Record<string, string>, comes: string): Promise<void> {
  await detail.getByRole('button', { name: `${name} …` }).click();
  const form = detail.locator('[data-form]');
  for (const [label, value] of Object.entries(filled))
    await form.getByLabel(new RegExp(`^\\s*${label}`)).selectOption(value);
  await expect(form.locator('[data-comes="yes"]')).toContainText(comes);
  await form.getByRole('button', { name: `${name}: order 1001` }).click();
  await expect(detail.locator('[data-outcome="accepted"]')).toBeVisible();
}

/** Reports that the parcel left, or arrived. */
async function report(detail: Locator, name: string): Promise<void> {
  await detail.getByRole('button', { name: `${name} order 1001` }).click();
  await expect(detail.locator('[data-outcome="accepted"]')).toBeVisible();
}

test('one order is paid otherwise, changed, sent, exchanged and paid back to a gift card, each difference once', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  const detail = await openAdasOrder(page);
  await act(detail, 'Change who pays', { 'Who is to pay': 'ada-gift' }, 'pays €24.00');
  await act(detail, 'Change items', { 'Instead of MUG-W': 'MUG-B', 'Money by': 'ada-card' }, 'pays €3.00');
  await detail.getByText('What cannot be done, and why').click();
  await expect(detail.locator('[data-cannot="cancel"]')).toContainText('items-changed');
  await report(detail, 'Ship');
  await report(detail, 'Deliver');

  await detail.getByRole('button', { name: 'Exchange …' }).click();
  const form = detail.locator('[data-form="exchange"]');
  await form.getByLabel('Instead of MUG-B').selectOption('MUG-G');
  await form.getByLabel('Money by').selectOption('ada-gift');
  await expect(form.locator('[data-comes="no"]')).toContainText('has €26.00 left, and €75.00 are needed');
  await form.getByLabel('Money by').selectOption('ada-card');
  await expect(form.locator('[data-comes="yes"]')).toContainText('pays €75.00');
  await form.getByRole('button', { name: 'Exchange: order 1001' }).click();
  await expect(detail.locator('[data-outcome="accepted"]')).toContainText('exchanged');
  await expect(detail.locator('[data-cannot="refund"], [data-cannot="return"]').first()).toContainText(
    'still going on',
  );
  await report(detail, 'Ship');
  await report(detail, 'Deliver');

  await act(detail, 'Refund', { Item: 'MUG-G', 'Money by': 'ada-gift' }, 'gets back €90.00');
  await expect(detail.locator('[data-aside]')).toHaveText([
    /paid otherwise/,
    /items changed/,
    /exchange accepted/,
    /replacement on its way/,
    /replacement arrived/,
    /refunded/,
  ]);
  const ledger = detail.locator('[data-ledger]');
  await expect(ledger).toHaveText([
    /PaymentRecorded|OrderTakenOver.*€24\.00/,
    /PaymentMethodChanged/,
    /PaymentMethodChanged/,
    /ItemsChanged.*€3\.00/,
    /ExchangeAccepted.*€75\.00/,
    /RefundProcessed.*€90\.00/,
  ]);
  await expect(detail.locator('[data-left]')).toHaveAttribute('data-left', '1200');
  const hanging = await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
  expect(hanging).toBeLessThanOrEqual(0);
  await page.keyboard.press('1');
  await expectAllLights(page);
  expect(complaints).toEqual([]);
});
