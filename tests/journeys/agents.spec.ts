import { expect, test, type Page } from '@playwright/test';
import { card, complaintsOf, openAtNine, pickMail, settled, storedLog, writeSample } from './shop';

test('a paused agent lets mails wait, takes one turn when it is told to, stays paused over a reload, and goes on', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await page.getByRole('button', { name: 'Pause support' }).click();
  const support = card(page, 'support');
  await expect(support).toHaveAttribute('data-state', 'paused');

  await writeSample(page, 'Where is my order?');
  await pickMail(page, 'broken-mug.eml');
  await expect(support).toHaveAttribute('data-lag', '2');
  await expect(page.locator('[data-mail][data-state="open"]')).toHaveCount(2);
  expect(await decisionsOfSupport(page)).toBe(0);

  // Were a pass good for more than one turn, the second mail would not wait for the second pass.
  await stepOne(page);
  await expect(page.locator('[data-mail][data-state="answered"]')).toHaveCount(1);
  await expect(page.locator('[data-mail][data-state="open"]')).toHaveCount(1);
  expect(await decisionsOfSupport(page)).toBe(1);

  await page.reload();
  await expect(support).toHaveAttribute('data-state', 'paused');
  await expect(page.locator('[data-mail][data-state="open"]')).toHaveCount(1);

  await stepOne(page);
  await expect(page.locator('[data-mail][data-state="working"]')).toHaveCount(1);
  await expect(page.locator('[data-order="1276"]').first()).toContainText('€14.50 back');
  expect(await decisionsOfSupport(page)).toBe(2);

  await page.getByRole('button', { name: 'Resume support' }).click();
  await expect(page.locator('[data-mail][data-state="answered"]')).toHaveCount(2);
  await settled(page);
  expect(await decisionsOfSupport(page)).toBe(3);
  expect(complaints).toEqual([]);
});

test('a decision shows what the agent was told, what it looked up, what it answered, and what came of it', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await pickMail(page, 'broken-mug.eml');
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  await settled(page);
  const decided = (await storedLog(page)).find((event) => event.type === 'AgentDecided' && event.by === 'support');

  await page.goto('./?play=off#/agents/support');
  const decisions = page.getByRole('region', { name: 'Decisions of support' });
  await expect(decisions.getByRole('listitem')).toHaveCount(2);
  await decisions.locator(`[data-position="${decided?.position}"]`).click();

  const part = (title: string) =>
    page.locator('[data-transcript] details').filter({ has: page.locator('summary', { hasText: title }) });
  await expect(part('Prompt: who it is').locator('pre')).not.toBeEmpty();
  await expect(page.locator('[data-transcript]')).toContainText('the enamel mug from my order 1276 arrived damaged');
  await expect(part('Context used').locator('pre').first()).not.toBeEmpty();
  await expect(part('Looked up')).toContainText('lookupOrder({"orderId":"1276"})');
  await expect(part('Looked up')).toContainText('"sku": "MUG-1"');
  await part('Raw answer').locator('summary').click();
  // What was decided is what the engine said last, parsed.
  const said = JSON.parse(await part('Raw answer').locator('pre').last().innerText()) as unknown;
  expect(said).toMatchObject({ acts: [{ ask: 'refund', orderId: '1276', sku: 'MUG-1', qty: 1, cents: 1450 }] });
  expect(JSON.parse(await part('Decision').locator('pre').innerText())).toEqual(said);

  await page.getByRole('link', { name: 'Why?' }).first().click();
  await page.getByRole('tab', { name: 'Effects' }).click();
  await expect(page.getByRole('list', { name: 'Effects' }).locator('[data-type="RefundRequested"]')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

/** Lets it take one turn, and waits until it stands still again and what it proposed is answered. */
async function stepOne(page: Page): Promise<void> {
  const before = await decisionsOfSupport(page);
  await page.getByRole('button', { name: 'Step one support' }).click();
  await expect.poll(() => decisionsOfSupport(page)).toBeGreaterThan(before);
  await expect(card(page, 'support')).toHaveAttribute('data-state', 'paused');
  await expect(page.locator('[data-waiting]')).toHaveAttribute('data-waiting', '0');
}

async function decisionsOfSupport(page: Page): Promise<number> {
  return (await storedLog(page)).filter((event) => event.type === 'AgentDecided' && event.by === 'support').length;
}
