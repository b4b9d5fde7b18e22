import { expect, test, type Page } from '@playwright/test';
import { equalWorldForm, foldAll } from '../../src/projections';
import { complaintsOf, expectAllLights, openHeld, settled, storedLog } from './shop';

test.describe.configure({ timeout: 90_000 });

test('the day played as fast as it goes ends with every light on and nothing left open, and the same way again', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openHeld(page);
  const first = await playToTheEnd(page);

  await page.getByRole('button', { name: /Saved/ }).click();
  await page.getByRole('button', { name: 'Reset the shop' }).click();
  await expect(page.locator('.world')).toHaveText('shop 2');
  await page.keyboard.press('Escape');
  expect(await playToTheEnd(page)).toEqual(first);
  expect(complaints).toEqual([]);
});

/** Plays the day at "max" and returns what the world came to. */
async function playToTheEnd(page: Page) {
  await page.getByRole('group', { name: 'Speed' }).getByRole('button', { name: 'max' }).click();
  await expect(page.getByText('The day is over.')).toBeVisible({ timeout: 40_000 });
  await settled(page);
  await expectAllLights(page);
  // However much happened, the floor fits the window: its panels scroll, the page does not.
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);

  const events = await storedLog(page);
  const answers = events.flatMap((event) => event.answers ?? []);
  const proposals = events.filter((event) => event.kind === 'proposal').map((event) => event.id);
  expect(new Set(answers)).toEqual(new Set(proposals));
  const views = foldAll(events);
  const mails = [...views.inbox.values()].map((mail) => mail.status);
  expect(mails).toHaveLength(11);
  expect(mails.filter((status) => status !== 'answered' && status !== 'escalated' && status !== 'filed')).toEqual([]);
  return equalWorldForm(views);
}
