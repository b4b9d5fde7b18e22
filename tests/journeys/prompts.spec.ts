import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, openAtNine, pickMail, settled, storedLog } from './shop';
import { violations } from './violations';

const section = (page: Page) => page.getByRole('region', { name: 'What support is told' });
const open = async (page: Page) => {
  await page.goto('./?play=off#/agents/support');
  await section(page).locator('summary').first().click();
};

test('the shopkeeper has an agent told other words: from its next turn on, in the log, and back again', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await open(page);
  const words = section(page).getByRole('textbox');
  await expect(words).toHaveValue(/^You are the customer support assistant/);
  await words.fill('You answer letters. Be brief.');
  await expect(section(page).locator('[data-tokens]')).toHaveAttribute('data-tokens', /^\d$/);
  await page.getByRole('button', { name: 'Have support told so' }).click();
  await expect(section(page)).toHaveAttribute('data-prompt-version', '1');
  await expect(section(page).locator('[data-version]')).toHaveCount(2);
  expect(await violations(page, 'main')).toEqual([]);

  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Shop' }).click();
  await pickMail(page, 'broken-mug.eml');
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  await settled(page);
  await open(page);
  await page.locator('[data-turn]').first().click();
  const decision = page.locator('[data-decision]');
  await decision.locator('summary', { hasText: 'The prompt as it is sent' }).click();
  await expect(decision.locator('[data-role=system]')).toContainText('You answer letters. Be brief.');
  await expect(decision.locator('[data-role=system]')).not.toContainText('You are the customer support assistant');

  // By rules both versions come out the same, on each decision, and nothing of it is in the log.
  const before = (await storedLog(page)).length;
  const compare = page.getByRole('region', { name: 'Compare two prompts of support' });
  await compare.getByRole('button', { name: 'Compare' }).click();
  await expect(compare.locator('[data-compared]')).toHaveAttribute('data-compared', '2');
  await expect(compare.locator('[data-compared]')).toHaveAttribute('data-differing', '0');
  await compare.locator('[data-trial]').first().locator('summary').first().click();
  await expect(compare.locator('[data-trial]').first()).toContainText('RefundRequested accepted');
  expect(await storedLog(page)).toHaveLength(before);

  await page.getByRole('button', { name: 'Go back to version 0 of support' }).click();
  await expect(section(page)).toHaveAttribute('data-prompt-version', '2');
  await expect(words).toHaveValue(/^You are the customer support assistant/);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(section(page)).toHaveAttribute('data-prompt-version', '3');
  await expect(words).toHaveValue('You answer letters. Be brief.');
  const told = (await storedLog(page)).filter((event) => event.type === 'PromptChanged');
  expect(told.map((event) => event.type === 'PromptChanged' && event.data.system)).toEqual([
    'You answer letters. Be brief.',
    null,
    'You answer letters. Be brief.',
  ]);

  // As of the first change nobody had gone back, and nothing can be written there.
  await page.goto(`./?play=off#/agents/support?at=${told[0]?.position}`);
  await expect(section(page)).toHaveAttribute('data-prompt-version', '1');
  await expect(words).toHaveAttribute('readonly');
  expect(complaints).toEqual([]);
});
