import { expect, test } from '@playwright/test';
import { chainOf, complaintsOf, openAtNine, pickMail, settled, storedLog } from './shop';

test('a real mail becomes a refund, a true reply, a return, a paused and a resumed promotion, on screen and in the log', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);

  await pickMail(page, 'broken-mug.eml');
  const mail = page.locator('[data-mail]', { hasText: 'Amara Okafor' });
  await expect(mail).toHaveAttribute('data-state', 'answered');
  const order = page.locator('[data-order="1276"]').first();
  await expect(order).toContainText('€14.50 back');
  await expect(page.locator('[data-sku="MUG-1"]').first()).toContainText('1 to come back');

  await mail.click();
  const sheet = page.getByRole('dialog');
  await expect(sheet).toContainText('We have refunded €14.50');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Return received: 1 × MUG-1 of order 1276' }).click();
  await expect(page.locator('[data-sku="MUG-1"]').first()).not.toContainText('to come back');

  await page.getByRole('button', { name: 'Sale −20 % of MUG-1' }).click();
  const promotions = page.getByRole('region', { name: /Promotions and posts/ });
  await expect(promotions).toContainText('running');
  await page.getByRole('button', { name: 'Sell all MUG-1' }).click();
  await expect(page.locator('[data-sku="MUG-1"]').first()).toHaveAttribute('data-low', 'true');
  await expect(promotions).toContainText('paused');
  await page.getByRole('button', { name: 'Restock +20 MUG-1' }).click();
  await expect(promotions).toContainText('running');
  await settled(page);

  const events = await storedLog(page);
  const last = (type: string) => events.findLast((event) => event.type === type);
  const refund = ['MailReceived', 'CustomerQuery', 'AgentDecided', 'RefundRequested', 'RefundProcessed'];
  expect(chainOf(events, last('RefundProcessed'))).toEqual(refund);
  expect(chainOf(events, last('ReplySent'))).toEqual([...refund, 'AgentDecided', 'ReplyDrafted', 'ReplySent']);
  expect(chainOf(events, last('PromotionPaused')).slice(-5)).toEqual([
    'LowStockReported',
    'LowStockAlert',
    'AgentDecided',
    'PromotionPauseRequested',
    'PromotionPaused',
  ]);
  expect(chainOf(events, last('PromotionResumed')).slice(-4)).toEqual([
    'InventoryUpdated',
    'AgentDecided',
    'PromotionResumeRequested',
    'PromotionResumed',
  ]);
  for (const event of events)
    expect(event.external || event.causationId !== null || event.kind === 'record').toBe(true);

  // The same chain, as a person follows it.
  await page.goto(`./?play=off#/log?sel=${last('ReplySent')?.id}&tab=why`);
  const causes = page.getByRole('list', { name: 'Causes' }).getByRole('listitem');
  await expect(causes).toHaveCount(8);
  await expect(causes.first()).toContainText('MailReceived');
  await expect(causes.nth(4)).toContainText('RefundProcessed');
  expect(complaints).toEqual([]);
});
