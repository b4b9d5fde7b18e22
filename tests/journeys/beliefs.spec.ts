import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { complaintsOf, openAtNine, pickMail, settled, storedLog } from './shop';
import { violations } from './violations';

test('a decision stands beside the world it was made in: what was true then, what is now, and what came of it', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await pickMail(page, 'broken-mug.eml');
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  await settled(page);
  const events = await storedLog(page);
  const asked = events.find((event) => event.type === 'RefundRequested');
  const refunded = events.find((event) => event.type === 'RefundProcessed');
  const decided = events.find((event) => event.id === asked?.causationId);

  // As of the moment it was decided nothing had moved yet; a link leads there.
  await page.goto(`./?play=off#/agents/support?sel=${decided?.id}&at=${decided?.position}`);
  const decision = page.locator('[data-decision]');
  await expect(decision).toHaveAttribute('data-decision', String(decided?.position));
  await expect(decision.locator('[data-up-to]')).toHaveAttribute('data-up-to', String(decided?.position));
  const order = decision.locator('[data-belief=lookup]', { hasText: 'lookupOrder({"orderId":"1276"})' });
  await expect(order).toHaveAttribute('data-freshness', 'fresh');
  await expect(decision.locator('[data-proposal]')).toHaveCount(0);
  await expect(page.locator('[data-turn]')).toHaveCount(1);

  await page.keyboard.press('l');
  await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
  await page.locator(`[data-turn][data-position="${decided?.position}"]`).click();
  await expect(decision).toHaveAttribute('data-decision', String(decided?.position));
  await expect(order).toHaveAttribute('data-freshness', 'moved');
  await expect(order.getByRole('row', { name: /^refund / })).toContainText('part');
  const refund = decision.locator('[data-proposal="RefundRequested"]');
  await expect(refund).toHaveAttribute('data-verdict', 'accepted');
  await expect(refund.locator('[data-type="RefundProcessed"]')).toHaveAttribute(
    'data-position',
    String(refunded?.position),
  );

  await decision.locator('summary', { hasText: 'The prompt as it is sent' }).click();
  const [system, letter] = [decision.locator('[data-role=system]'), decision.locator('[data-role=user]').first()];
  await expect(system).toContainText('You are the customer support assistant');
  await expect(system).toContainText('lookupOrder: One order of this customer, or null.');
  await expect(letter).toContainText('the enamel mug from my order 1276 arrived damaged');
  await page.locator('summary', { hasText: 'What support knows' }).click();
  await expect(page.getByRole('region', { name: 'What support knows' })).toContainText('policy:damaged');

  const fares = page.getByRole('region', { name: 'How support fares' });
  await expect(fares.locator('[data-engine=scripted]')).toHaveAttribute('data-accepted', '2');
  const saved = page.waitForEvent('download');
  await fares.getByRole('button', { name: 'Export all agents’ decisions (JSONL)' }).click();
  const lines = (await readFile(await (await saved).path(), 'utf8')).trimEnd().split('\n');
  expect(lines).toHaveLength(events.filter((event) => event.type === 'AgentDecided').length);

  expect(await violations(page, 'main')).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await order.getByRole('link', { name: /moved by/ }).click();
  await expect(page).toHaveURL(/#\/log\?sel=/);
  expect(complaints).toEqual([]);
});
