import { expect, test } from '@playwright/test';
import { complaintsOf, openAtNine } from './shop';

test('an order: its states are drawn, what is done moves it on, and each state says why', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await page.keyboard.press('4');
  const confirmed = page.locator('[data-order][data-state="confirmed"]').first();
  const id = await confirmed.getAttribute('data-order');
  await confirmed.click();
  const detail = page.locator(`[data-order-detail="${id}"]`);
  const states = detail.getByRole('group', { name: "The order's states" });
  await expect(states.locator('[data-state-box="confirmed"]')).toHaveAttribute('aria-current', 'step');
  await expect(states.locator('[data-state-box="shipped"]')).toContainText('can come next');

  await detail.getByRole('button', { name: `Ship order ${id}` }).click();
  await expect(detail).toHaveAttribute('data-state', 'shipped');
  await expect(states.locator('[data-state-box="shipped"]')).toHaveAttribute('aria-current', 'step');
  await expect(states.locator('[data-state-box="cancelled"]')).not.toContainText('can come next');
  await expect(detail.locator('[data-type="OrderShipped"]')).toBeVisible();

  await states.getByRole('link', { name: /on its way at \d+: why\?/ }).click();
  await expect(page.getByRole('list', { name: 'Causes' })).toContainText('ShipmentReported');
  expect(complaints).toEqual([]);
});

test('orders are found by number, name, sku and state, and none found says so', async ({ page }) => {
  await openAtNine(page);
  await page.goto('./?play=off#/orders');
  const list = page.locator('.list [data-order]');
  await expect(list.first()).toBeVisible();
  const all = await list.count();
  expect(all).toBeGreaterThan(2);
  await page.getByRole('combobox', { name: 'State' }).selectOption('delivered');
  await expect(list.and(page.locator(':not([data-state="delivered"])'))).toHaveCount(0);
  expect(await list.count()).toBeLessThan(all);
  await page.getByLabel('Words').fill('no such order');
  await expect(page.getByText('No order fits these words and this state.')).toBeVisible();
});
