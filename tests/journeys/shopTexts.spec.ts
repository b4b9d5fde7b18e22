import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, openAtNine, settled, storedLog } from './shop';
import { violations } from './violations';

const section = (page: Page) => page.getByRole('region', { name: "The shop's rules and frequent questions" });
const refunds = (page: Page) => section(page).locator('[data-document="policy:refunds"]');

async function openTexts(page: Page): Promise<void> {
  await page.goto('./?play=off#/agents/support');
  await section(page).locator('summary').first().click();
  await expect(refunds(page)).toBeVisible();
}

/** Asks by mail, and reads this in what became of it. */
async function asks(page: Page, subject: string, text: string, answer: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Shop' }).click();
  await page.getByRole('button', { name: 'Write as a customer' }).click();
  await page.getByLabel('Subject').fill(subject);
  await page.getByLabel('Text').fill(text);
  await page.getByRole('button', { name: 'Send mail' }).click();
  const mail = page.locator('[data-mail]', { hasText: subject });
  await expect(mail).toHaveAttribute('data-state', /answered|escalated/);
  await settled(page);
  await mail.click();
  await expect(page.getByRole('dialog')).toContainText(answer);
  await page.keyboard.press('Escape');
}

test('the shopkeeper writes what support reads and quotes: other words, a new question, none at all, and back again', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await openTexts(page);
  await expect(refunds(page)).toHaveAttribute('data-version', '0');
  await refunds(page).getByRole('textbox').fill('Returns: you may send back anything within 60 days. <b>Really.</b>');
  await page.getByRole('button', { name: 'Have policy:refunds say so' }).click();
  await expect(refunds(page)).toHaveAttribute('data-version', '1');
  await section(page).getByLabel('As a customer asks it').fill('At what time does the shop open on Saturday');
  await section(page).getByLabel('The answer').fill('From ten to four, all year.');
  await page.getByRole('button', { name: 'Add this question' }).click();
  const added = section(page).locator('[data-document="faq:what-time-does-shop-open"]');
  await expect(added).toHaveAttribute('data-version', '1');
  expect(await violations(page, 'main')).toEqual([]);

  const howLong = 'How long do I have to return something I bought from you?';
  await asks(page, 'Returns', howLong, 'within 60 days. <b>Really.</b>');
  await asks(page, 'Opening', 'At what time does your shop open on Saturday?', 'From ten to four');

  await openTexts(page);
  await page.getByRole('button', { name: 'Withdraw faq:what-time-does-shop-open' }).click();
  await expect(added).toContainText('Nobody reads it any more');
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(added.getByRole('textbox')).toHaveValue(/From ten to four/);
  await page.getByRole('button', { name: 'The app’s own words for policy:refunds' }).click();
  await expect(refunds(page).getByRole('textbox')).toHaveValue(/within 30 days of delivery/);
  const changes = (await storedLog(page)).flatMap((event) =>
    event.type === 'DocumentChanged' ? [[event.data.document, event.data.version]] : [],
  );
  expect(changes).toEqual([
    ['policy:refunds', 1],
    ['faq:what-time-does-shop-open', 1],
    ['faq:what-time-does-shop-open', 2],
    ['faq:what-time-does-shop-open', 3],
    ['policy:refunds', 2],
  ]);
  expect(complaints).toEqual([]);
});
