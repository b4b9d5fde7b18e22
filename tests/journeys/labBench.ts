import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a part of the lab beside a shop that stands still. */
export async function openLab(page: Page, part: string): Promise<void> {
  await page.goto(`./?play=off#/lab/${part}`);
  await expect(page.locator('[data-lab]')).toBeVisible();
}

/** The button that leads on from a stage of a lesson. */
export const stage = (page: Page, name: string): Locator => page.locator('article .text').getByRole('button', { name });

/** Where the run stands. */
export const bar = (page: Page): Locator => page.getByRole('region', { name: 'Run' });

/** A counter of the score table. */
export const score = (page: Page, key: string, side: 'tell' | 'shared'): Locator =>
  page.locator(`[data-counter=${key}] [data-of=${side}]`);

/** A cost of the score table. */
export const cost = (page: Page, key: string, side: 'tell' | 'shared'): Locator =>
  page.locator(`[data-cost=${key}] [data-of=${side}]`);
