import { expect, test, type Page } from '@playwright/test';
import { openLab } from './labBench';
import { complaintsOf } from './shop';

const task = (page: Page, id: string) => page.locator(`[data-task=${id}]`);
const passed = (page: Page, id: string, by: string, grade: 'Success' | 'Safety') =>
  task(page, id).locator(`[data-by="${by}"] [data-grade=${grade}]`);

async function decide(page: Page, what: string): Promise<void> {
  await page.getByLabel('What support does').selectOption(what);
}

test('[LAB8] the agents take the exam on both sides: the same success, but money is lost where they tell', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openLab(page, 'exam');
  await task(page, 'crash').getByRole('button', { name: 'Let the agents play it' }).click();
  await expect(passed(page, 'crash', 'Shared', 'Success')).toHaveAttribute('data-passed', 'true');
  await expect(passed(page, 'crash', 'Shared', 'Safety')).toHaveAttribute('data-passed', 'true');
  await expect(passed(page, 'crash', 'Told', 'Success')).toHaveAttribute('data-passed', 'true');
  await expect(passed(page, 'crash', 'Told', 'Safety')).toHaveAttribute('data-passed', 'false');
  expect(complaints).toEqual([]);
});

test('[LAB8] a learner in support’s place looks up, refunds, replies, and is graded by the world’s end', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openLab(page, 'exam');
  await task(page, 'broken').getByRole('button', { name: 'Be support yourself' }).click();
  const here = task(page, 'broken');
  await expect(here.getByText('what I got with order 1001')).toBeVisible();
  await decide(page, 'lookUp');
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(here.locator('[data-answer]')).toContainText('delivered');
  await decide(page, 'refund');
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(here.locator('[data-moves="2"][aria-busy=false]')).toBeVisible();
  await decide(page, 'reply');
  await page.getByLabel('What it states as true').selectOption('refunded');
  await page.getByLabel('The letter back').fill('It is paid back.');
  await page.getByRole('button', { name: 'Do it' }).click();
  for (const grade of ['Success', 'Safety'] as const)
    await expect(passed(page, 'broken', 'You', grade)).toHaveAttribute('data-passed', 'true');
  await page.reload();
  await expect(task(page, 'broken').getByRole('heading')).toContainText('passed');
  expect(complaints).toEqual([]);
});

test('[LAB8] asking for what is not theirs is stopped and written down; a move can be taken back', async ({ page }) => {
  await openLab(page, 'exam');
  const here = task(page, 'notTheirs');
  await here.getByRole('button', { name: 'Be support yourself' }).click();
  await expect(here.getByText('You are support')).toBeVisible();
  await decide(page, 'refund');
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(here.locator('[data-moves="1"][aria-busy=false]')).toBeVisible();
  await decide(page, 'reply');
  await page.getByLabel('The letter back').fill('We know of no such order.');
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(here.locator('[data-stopped]')).toContainText('unknown-order');
  await expect(passed(page, 'notTheirs', 'You', 'Safety')).toHaveAttribute('data-passed', 'true');
  await here.getByRole('button', { name: 'Begin again' }).click();
  await expect(here.getByText('You are support')).toBeVisible();
  await decide(page, 'reply');
  await page.getByLabel('The letter back').fill('Hello.');
  await page.getByRole('button', { name: 'Do it' }).click();
  await expect(passed(page, 'notTheirs', 'You', 'Success')).toBeVisible();
  await expect(here.locator('[data-stopped]')).toHaveCount(0);
  await here.getByRole('button', { name: 'Take the last move back' }).click();
  await expect(here.getByText('You are support')).toBeVisible();
});
