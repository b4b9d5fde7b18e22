import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, expectAllLights, openAtNine } from './shop';

/** Opens the newest order in this state on the Orders screen, and says which it is. */
async function openOrder(page: Page, state: string): Promise<string> {
  await page.keyboard.press('4');
  await page.getByRole('combobox', { name: 'State' }).selectOption(state);
  const found = page.locator('.list [data-order]').first();
  const id = (await found.getAttribute('data-order')) ?? '';
  await found.click();
  return id;
}

test('an order says what can be done with it, what that would come to, and why the rest cannot be', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const id = await openOrder(page, 'confirmed');
  const detail = page.locator(`[data-order-detail="${id}"]`);
  await detail.getByText('What cannot be done, and why').click();
  await expect(detail.locator('[data-cannot="deliver"]')).toContainText('was never shipped');
  await expect(detail.locator('[data-cannot="refund"]')).toContainText('it can be cancelled');

  await detail.getByRole('button', { name: 'Cancel …' }).click();
  const form = detail.locator('[data-form="cancel"]');
  await form.getByLabel('Reason').selectOption('ordered-by-mistake');
  await expect(form.locator('[data-comes="yes"]')).toContainText('gets back €');
  await form.getByRole('button', { name: `Cancel: order ${id}` }).click();
  await expect(detail.locator('[data-outcome="accepted"]')).toContainText('cancelled');
  await expect(detail).toHaveAttribute('data-state', 'cancelled');
  await expect(detail.locator('[data-ledger="refund"]')).toHaveCount(1);
  await expect(detail.locator('[data-left]')).toHaveAttribute('data-left', '0');
  await expect(detail.getByText('Nothing: this order is over.')).toBeVisible();
  await expectAllLightsOnFloor(page);
  expect(complaints).toEqual([]);
});

test('units come back: refunded once, counted in damaged, and no second time', async ({ page }) => {
  await openAtNine(page);
  const id = await openOrder(page, 'delivered');
  const detail = page.locator(`[data-order-detail="${id}"]`);
  await detail.getByRole('button', { name: 'Take a return …' }).click();
  const form = detail.locator('[data-form="return"]');
  await form.getByRole('spinbutton').first().fill('99');
  await expect(form.locator('[data-comes="no"]')).toContainText('It would be refused');
  for (const units of await form.getByRole('spinbutton').all()) await units.fill('0');
  await form.getByRole('spinbutton').first().fill('1');
  await expect(form.locator('[data-comes="yes"]')).toContainText('gets back €');
  await form.getByRole('button', { name: `Take a return: order ${id}` }).click();
  await expect(detail.locator('[data-outcome="accepted"]')).toBeVisible();
  await expect(detail.locator('[data-ledger="refund"]')).toHaveCount(1);

  await detail.getByRole('button', { name: 'Goods came back …' }).click();
  const back = detail.locator('[data-form="goods-back"]');
  await back.getByLabel('They are').selectOption('damaged');
  await back.getByRole('button', { name: `Goods came back: order ${id}` }).click();
  await expect(detail.locator('[data-outcome="accepted"]')).toBeVisible();
  await expect(detail.locator('[data-act="goods-back"]')).toHaveCount(0);
  await expectAllLightsOnFloor(page);
});

test('the shelf is counted and what broke is written off; what cannot be is refused in words', async ({ page }) => {
  await openAtNine(page);
  const item = page.locator('[data-sku]').first();
  const before = Number(await item.getAttribute('data-available'));
  await item.getByRole('button', { name: /^Count or write off/ }).click();
  const sheet = page.locator('[data-stock-sheet]');
  await sheet.getByRole('button', { name: /^Report the count/ }).click();
  await expect(sheet.locator('[data-outcome="refused"]')).toContainText('no-difference');
  await sheet.getByLabel('Because').fill('chipped');
  await sheet.getByRole('button', { name: /^Write off/ }).click();
  await expect(sheet.locator('[data-outcome="accepted"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(item).toHaveAttribute('data-available', String(before - 1));
  await expectAllLightsOnFloor(page);
});

test('an address is changed, and the past of an order says what could be done then', async ({ page }) => {
  await openAtNine(page);
  const id = await openOrder(page, 'confirmed');
  const detail = page.locator(`[data-order-detail="${id}"]`);
  await detail.getByRole('button', { name: 'Change the address …' }).click();
  await detail.getByLabel('Where the parcel is to go').fill('1 Long Lane\nGhent');
  await detail.getByRole('button', { name: `Change the address: order ${id}` }).click();
  await expect(detail.locator('[data-outcome="accepted"]')).toBeVisible();
  const changed = Number(await detail.locator('[data-type="AddressChanged"]').getAttribute('data-position'));
  await detail.getByRole('button', { name: `Ship order ${id}` }).click();
  await expect(detail).toHaveAttribute('data-state', 'shipped');
  await expect(detail.locator('[data-cannot="cancel"]')).toContainText('already on its way');

  await page.goto(`./?play=off#/orders?order=${id}&at=${changed}`);
  await expect(detail).toHaveAttribute('data-state', 'confirmed');
  await expect(detail.locator('[data-act="cancel"]')).toHaveAttribute('aria-disabled', 'true');
  await expect(detail.locator('[data-cannot="cancel"]')).toHaveCount(0);
});

for (const [name, size] of [
  ['a phone', { width: 390, height: 844 }],
  ['a desk', { width: 1440, height: 900 }],
] as const) {
  test(`an order, the approvals and the rules can be read by everybody on ${name}`, async ({ page }) => {
    await page.setViewportSize(size);
    await openAtNine(page);
    const id = await openOrder(page, 'delivered');
    await page.locator(`[data-order-detail="${id}"]`).getByRole('button', { name: 'Refund …' }).click();
    await expect(page.locator('[data-comes="yes"]')).toBeVisible();
    for (const to of [null, 'Approvals', 'Rules']) {
      if (to)
        await page
          .getByRole('navigation', { name: 'Orders, approvals, rules' })
          .getByRole('link', { name: to })
          .click();
      if (to)
        await expect(
          page.getByRole('heading', { level: 2, name: to === 'Rules' ? 'Rules of the house' : to }),
        ).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
      if (process.env['SHOTS'])
        await page.screenshot({ path: `${process.env['SHOTS']}/${size.width}-${to ?? 'order'}.png` });
    }
  });
}

async function expectAllLightsOnFloor(page: Page): Promise<void> {
  await page.keyboard.press('1');
  await expectAllLights(page);
}
