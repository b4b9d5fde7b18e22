import { expect, type Page } from '@playwright/test';
import type { WorldEvent } from '../../src/contracts';
import { equalWorldForm, foldAll } from '../../src/projections';
import { pickMail, storedLog } from './shop';

const people = ['support', 'inventory', 'marketing'] as const;

/**
 * What a person does in the acceptance walk, one act after the other. `before` comes before each; after each, crashed agents are resumed
 * until the screen shows what should come of it and nobody has anything left to do. Returns how many were resumed.
 */
export async function walkOnScreen(page: Page, before: () => Promise<void> = () => Promise.resolve()): Promise<number> {
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const shows = (where: string, text: string) => async () =>
    (await page.locator(where).first().innerText()).includes(text);
  // Counting does not wait for what is not there yet.
  const promotion = (status: string) => async () =>
    (await page.locator(`[data-promotion][data-state="${status}"]`).count()) > 0;
  const acts: [act: () => Promise<void>, done: () => Promise<boolean>][] = [
    [() => pickMail(page, 'broken-mug.eml'), shows('[data-mail]', 'answered')],
    [
      () => press('Return received: 1 × MUG-1 of order 1276'),
      async () => !(await shows('[data-sku="MUG-1"]', 'to come back')()),
    ],
    [() => press('Sale −20 % of MUG-1'), promotion('running')],
    [() => press('Sell all MUG-1'), promotion('paused')],
    [() => press('Restock +20 MUG-1'), promotion('running')],
  ];
  let resumed = 0;
  for (const [act, done] of acts) {
    await before();
    await act();
    await expect(async () => {
      resumed += await resumeCrashed(page);
      expect((await done()) && (await nothingLeft(page))).toBe(true);
    }).toPass({ timeout: 15_000, intervals: [50] });
  }
  return resumed;
}

async function resumeCrashed(page: Page): Promise<number> {
  let resumed = 0;
  for (const name of people) {
    const card = page.locator(`[data-agent="${name}"]`).first();
    if ((await card.getAttribute('data-state')) !== 'crashed') continue;
    await page.getByRole('button', { name: `Resume ${name}` }).click();
    await expect(card).not.toHaveAttribute('data-state', 'crashed');
    resumed += 1;
  }
  return resumed;
}

/** What a world came to, ids and positions aside, and what went out of it. */
export async function outcomeOf(page: Page) {
  const events = await storedLog(page);
  return { world: equalWorldForm(foldAll(events)), effects: effectsIn(events) };
}

const outward = [
  'ReplySent',
  'RefundProcessed',
  'PostPublished',
  'PromotionPaused',
  'PromotionResumed',
  'OrderConfirmed',
];

/** What went out, by kind: how often each kind of thing was really done. */
function effectsIn(events: readonly WorldEvent[]): Record<string, number> {
  return Object.fromEntries(outward.map((type) => [type, events.filter((event) => event.type === type).length]));
}

/** True when the screen says that nobody has anything left to do. */
async function nothingLeft(page: Page): Promise<boolean> {
  if ((await page.locator('[data-waiting]').getAttribute('data-waiting')) !== '0') return false;
  for (const name of people) {
    const card = page.locator(`[data-agent="${name}"]`).first();
    if ((await card.getAttribute('data-state')) !== 'idle') return false;
    if ((await card.getAttribute('data-lag')) !== '0') return false;
  }
  return true;
}
