import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { card, complaintsOf, openAtNine, pickMail, settled, storedLog } from './shop';

const goTo = (page: Page, screen: string) =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();

/** Exports the world on screen and opens the file beside it, as somebody else would who was sent it. */
async function exportAndImport(page: Page): Promise<void> {
  await goTo(page, 'Data');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export world' }).click();
  const file = await readFile(await (await saved).path());
  await page
    .getByLabel('Pick an exported world')
    .setInputFiles({ name: 'sent-to-me.ndjson', mimeType: 'application/x-ndjson', buffer: file });
  await page.getByRole('button', { name: 'Open as a separate world' }).click();
  await expect(page.getByRole('main')).toHaveAttribute('data-world', /^import-/);
}

test('an imported world shows what its agents would be told, and they rest until a person lets them run', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await page.getByRole('button', { name: 'Pause support' }).click();
  await expect(card(page, 'support')).toHaveAttribute('data-state', 'paused');
  await pickMail(page, 'broken-mug.eml');
  await expect(card(page, 'support')).toHaveAttribute('data-lag', '1');
  await exportAndImport(page);

  const briefing = page.getByRole('dialog', { name: 'What the agents would be told here' });
  await expect(briefing.locator('[data-briefing]')).toHaveAttribute('data-briefing', 'told');
  await expect(briefing.locator('[data-told]')).toHaveCount(3);
  const support = briefing.locator('[data-told="support"]');
  await expect(support).toContainText('1 event of this world wait');
  await support.getByText('Who it is told to be').click();
  const system = await support.locator('pre').first().innerText();
  expect(system).toContain('You are the customer support assistant');
  await support.getByText('What it may look up and propose').click();
  await expect(support).toContainText('lookupOrder');
  await expect(support).toContainText('RefundRequested');
  await support.getByText('The shop’s rules, from this app').click();
  await support.getByText('What the file makes it know').click();
  await expect(support).toContainText('order 1276');

  // Closed for now, by the keyboard: nothing has run, and the next page that opens asks again.
  const before = (await storedLog(page)).length;
  await page.keyboard.press('Escape');
  await expect(briefing).toHaveCount(0);
  await page.goto('./?play=off#/agents');
  await page.reload();
  await expect(briefing).toBeVisible();
  await briefing.getByRole('button', { name: 'Keep them paused' }).click();
  for (const agent of ['support', 'inventory', 'marketing']) {
    await expect(card(page, agent)).toHaveAttribute('data-state', 'paused');
  }
  expect(await storedLog(page)).toHaveLength(before);

  await page.reload();
  await briefing.getByRole('button', { name: 'Let the agents run' }).click();
  await expect(briefing).toHaveCount(0);
  await page.goto('./?play=off#/shop');
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  await settled(page);
  await page.goto('./?play=off#/agents/support');
  // What it was told then is what was shown before.
  const told = page.locator('[data-transcript] details').filter({ hasText: 'Prompt: who it is' });
  await expect(told.locator('pre')).toHaveText(system);
  await page.reload();
  await expect(page.getByRole('main')).toHaveAttribute('data-state', 'open');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(complaints).toEqual([]);
});
