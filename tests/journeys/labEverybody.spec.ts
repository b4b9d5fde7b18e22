import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { bar, openLab, score, stage } from './labBench';
import { complaintsOf } from './shop';

/** Goes on with Tab until this is in focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string | RegExp, role: 'button' | 'link' | 'radio' = 'button'): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  for (let n = 0; n < 120; n++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(name)}.`);
}

test('a lesson from the list to the fix by keyboard alone; the browser’s way back goes stage by stage', async ({
  page,
}) => {
  await openLab(page, 'lost');
  await tabTo(page, /The race for the last mug/, 'link');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-lesson=race]')).toHaveAttribute('data-stage', 'bet');
  await tabTo(page, 'One: the second is told that it is sold out.', 'radio');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByLabel('Two.')).toBeChecked();
  await tabTo(page, 'Run it');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-lesson]')).toHaveAttribute('data-stage', 'run');
  await tabTo(page, 'To the end');
  await page.keyboard.press('Enter');
  await expect(bar(page)).toHaveAttribute('data-over', 'true');
  for (const to of ['reveal', 'fix'] as const) {
    await stage(page, to === 'reveal' ? 'Reveal' : 'Fix').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-lesson]')).toHaveAttribute('data-stage', to);
  }
  for (const to of ['reveal', 'run', 'bet']) {
    await page.goBack();
    await expect(page.locator('[data-lesson]')).toHaveAttribute('data-stage', to);
  }
});

test('a crash at a moment, a later customer: typed in, played, undone', async ({ page }) => {
  await openLab(page, 'race');
  await page.getByLabel('Two.').check();
  await page.getByRole('button', { name: 'Your turn' }).click();
  await page.getByLabel('What comes last, comes at (ms)').fill('3000');
  await page.getByLabel('What comes last, comes at (ms)').press('Enter');
  await page.getByRole('button', { name: 'To the end' }).click();
  await expect(score(page, 'oversold', 'tell')).toHaveAttribute('data-value', '0');
  await page.locator('article form').getByRole('combobox').selectOption('inventory');
  await page.getByLabel('at, in ms of the day').fill('500');
  await page.getByRole('button', { name: 'Add this crash' }).click();
  await page.getByRole('button', { name: 'To the end' }).click();
  for (const side of ['tell', 'shared'])
    await expect(page.locator(`[data-side=${side}] [data-kind=crash]`)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo all 1 by hand' }).click();
  await page.getByRole('button', { name: 'To the end' }).click();
  await expect(page.locator('[data-kind=crash]')).toHaveCount(0);
});

test('every figure goes back: the lesson’s own run, the lesson, all progress', async ({ page }) => {
  await openLab(page, 'race');
  await page.getByLabel('Two.').check();
  await page.getByRole('button', { name: 'Your turn' }).click();
  await page.getByLabel('Lost', { exact: true }).fill('30');
  await page.getByLabel('Lost', { exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Back to the lesson’s own run' }).click();
  await expect(page.getByLabel('Lost', { exact: true })).toHaveValue('0');
  await page.getByRole('button', { name: 'Start this lesson over' }).click();
  await expect(page.locator('[data-lesson]')).toHaveAttribute('data-stage', 'bet');
  await expect(page.getByLabel('Two.')).not.toBeChecked();
  await page.getByRole('button', { name: 'Forget my progress' }).click();
  await expect(page.getByRole('button', { name: 'Forget my progress' })).toHaveCount(0);
});

test('offline, on the first reload, a lesson is played and a real run, too', async ({ page, context }) => {
  const complaints = complaintsOf(page);
  await page.goto('./?play=off');
  await expect(page.locator('html')).toHaveAttribute('data-pwa', 'offline-ready');
  await context.setOffline(true);
  await page.goto('./?play=off#/lab/race');
  await page.reload();
  await page.getByLabel('Two.').check();
  await stage(page, 'Run it').click();
  await stage(page, 'Reveal').click();
  await expect(score(page, 'oversold', 'tell')).toHaveAttribute('data-value', '1');
  await page.getByRole('button', { name: 'Your turn' }).click();
  await page.getByRole('button', { name: 'Run the right side for real' }).click();
  await expect(page.locator('[data-real-broken]')).toHaveAttribute('data-real-broken', '0', { timeout: 40_000 });
  expect(complaints).toEqual([]);
});

test('who wants less motion gets the same run without any', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openLab(page, 'race');
  await page.getByLabel('Two.').check();
  await stage(page, 'Run it').click();
  await expect(bar(page)).not.toHaveAttribute('data-step', '0');
  const moving = await page.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  const slow = await page.evaluate(
    () =>
      [...document.querySelectorAll('[data-lab] *')].filter((one) =>
        getComputedStyle(one)
          .transitionDuration.split(', ')
          .some((duration) => parseFloat(duration) > 0),
      ).length,
  );
  expect(slow).toBe(0);
});

test('big type: letters of 28 px at least in the text, one caption, and a clicker’s keys', async ({ page }) => {
  await openLab(page, 'race');
  await page.getByLabel('Two.').check();
  await page.getByRole('button', { name: 'Reveal' }).click();
  await expect(bar(page)).toHaveAttribute('data-over', 'true');
  await page.getByRole('button', { name: 'Big type' }).click();
  const size = await page
    .locator('article .text p')
    .first()
    .evaluate((words) => parseFloat(getComputedStyle(words).fontSize));
  expect(size).toBeGreaterThanOrEqual(28);
  await page.keyboard.press('PageUp');
  await expect(bar(page)).toHaveAttribute('data-over', 'false');
  await page.keyboard.press('PageDown');
  await expect(bar(page)).toHaveAttribute('data-over', 'true');
  await expect(page.getByText('The day is over.')).toBeVisible();
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  test(`everybody can use the rest of the lab at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const part of ['exam', 'told', 'map', 'sandbox']) {
      await openLab(page, part);
      if (part === 'exam') {
        await page.getByRole('button', { name: 'Be support yourself' }).first().click();
        await expect(page.getByText('You are support')).toBeVisible();
      }
      if (part === 'told') {
        await page.getByLabel('Also other').check();
        await page.getByRole('button', { name: 'Your turn' }).click();
        await expect(page.locator('[data-selection=asked]')).toBeVisible();
      }
      // The list of lessons leaves no empty strip above what it is for.
      if (width < 400) {
        const [nav, content] = [page.getByRole('navigation', { name: 'Lessons' }), page.locator('.content > *')];
        const gap = (await content.first().boundingBox())!.y - (await nav.boundingBox())!.y;
        expect(gap).toBeLessThan(200);
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [part, id, nodes.map((node) => node.target)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), part).toBeLessThanOrEqual(0);
    }
  });
