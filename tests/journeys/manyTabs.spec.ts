import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { foldAll, foldInvariants, lights, openInvariants } from '../../src/projections';
import { complaintsOf, openAtNine, openHeld, pickMail, settled, storedLog } from './shop';

async function anotherTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await openHeld(page);
  return page;
}

const leads = (page: Page, expected: boolean) =>
  expect(page.locator('[data-leads]')).toHaveAttribute('data-leads', String(expected));

async function expectOneHistory(page: Page): Promise<void> {
  const events = await storedLog(page);
  expect(events.map((event) => event.position)).toEqual(events.map((_, index) => index + 1));
  const states = openInvariants();
  for (const event of events) foldInvariants(states, event);
  expect(lights(states).filter((light) => !light.ok)).toEqual([]);
  expect(foldAll(events).proposals.waiting.size).toBe(0);
}

test('a second tab is live, what is asked there is done by the first, and both show the same', async ({
  page,
  context,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const second = await anotherTab(context);
  await leads(page, true);
  await leads(second, false);

  await second.getByRole('button', { name: 'Sell all MUG-2' }).click();
  for (const tab of [page, second]) {
    await expect(tab.locator('[data-sku="MUG-2"]').first()).toHaveAttribute('data-available', '0');
    await expect(tab.locator('[data-sku="MUG-2"]').first()).toHaveAttribute('data-low', 'true');
  }
  await pickMail(second, 'broken-mug.eml');
  for (const tab of [page, second]) {
    await expect(tab.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  }
  await second.getByRole('button', { name: 'Pause marketing' }).click();
  await expect(page.locator('[data-agent="marketing"]').first()).toHaveAttribute('data-state', 'paused');
  await second.getByRole('button', { name: 'Resume marketing' }).click();
  await settled(page);
  await expectOneHistory(second);
  expect(complaints).toEqual([]);
});

test('the leader closes: one of the others takes over, nothing is asked or answered twice', async ({
  page,
  context,
}) => {
  await openAtNine(page);
  const others = [await anotherTab(context), await anotherTab(context)];
  const [second, third] = others as [Page, Page];
  await pickMail(page, 'broken-mug.eml');
  await page.close();
  await expect(async () => {
    const leading = await Promise.all(others.map((tab) => tab.locator('[data-leads="true"]').count()));
    expect(leading.reduce((sum, count) => sum + count, 0)).toBe(1);
  }).toPass();
  for (const tab of others) {
    await expect(tab.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  }
  await third.getByRole('button', { name: 'Return received: 1 × MUG-1 of order 1276' }).click();
  await expect(second.locator('[data-sku="MUG-1"]').first()).not.toContainText('to come back');
  const events = await storedLog(second);
  expect(events.filter((event) => event.type === 'RefundProcessed')).toHaveLength(1);
  expect(events.filter((event) => event.type === 'ReplySent')).toHaveLength(1);
  await expectOneHistory(third);
});

test("the thread of the leader's world dies: another tab leads, the first one follows and is not lost", async ({
  page,
  context,
}) => {
  await openAtNine(page);
  const second = await anotherTab(context);
  await second.getByRole('button', { name: 'Break it' }).click();
  await second.getByLabel('Thread').selectOption('world');
  await second.getByRole('button', { name: 'Crash it' }).click();
  await leads(second, true);
  await leads(page, false);
  await pickMail(page, 'broken-mug.eml');
  for (const tab of [page, second]) {
    await expect(tab.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  }
  await settled(second);
  await expectOneHistory(page);
});

test('the leader freezes: it is silent, so another takes its lock; when it wakes it cannot write and follows', async ({
  page,
  context,
}) => {
  await openAtNine(page);
  const second = await anotherTab(context);
  // Its thread stands still for as long as it takes to be missed, with everything it was about to do still in its hands.
  const frozen = page.workers().find((worker) => worker.url().includes('world.worker'));
  const wakes = frozen?.evaluate(() => {
    for (const until = performance.now() + 6000; performance.now() < until;);
  });
  await leads(second, true);
  await pickMail(second, 'broken-mug.eml');
  await expect(second.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  await wakes;
  await leads(page, false);
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  const events = await storedLog(second);
  expect(events.filter((event) => event.type === 'ReplySent')).toHaveLength(1);
  await settled(second);
  await expectOneHistory(page);
});

test('two tabs opened at the same instant make one shop', async ({ context }) => {
  const tabs = await Promise.all([context.newPage(), context.newPage()]);
  await Promise.all(tabs.map((tab) => tab.goto('./')));
  for (const tab of tabs) {
    await expect(tab.locator('[data-mail][data-state="answered"]').first()).toBeVisible();
  }
  const leading = await Promise.all(tabs.map((tab) => tab.locator('[data-leads="true"]').count()));
  expect(leading.toSorted()).toEqual([0, 1]);
  const [first] = tabs;
  if (first) await first.getByRole('button', { name: 'Hold' }).click();
  await settled(first);
  await expectOneHistory(first);
});
