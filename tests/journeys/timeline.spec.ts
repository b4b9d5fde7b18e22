import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { complaintsOf, openAtNine, storedLog } from './shop';

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const chosen = (page: Page) => page.locator('[data-selected]');

test('the timeline has every event in its lane, follows causes, keeps its filter, and opens from a link', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const log = await storedLog(page);
  await page.keyboard.press('2');
  await page.getByRole('button', { name: 'Full', exact: true }).click();
  await expect(page).toHaveURL(/#\/log\/full/);
  const lanes = timeline(page).getByRole('list', { name: 'Lanes' }).getByRole('listitem');
  await expect(lanes).toHaveCount(new Set(log.map((event) => event.by)).size);

  // All of it in sight, then closer: what is told to those who do not see it is each event once.
  await timeline(page).getByRole('button', { name: 'All', exact: true }).click();
  const marks = timeline(page).locator('[data-mark]');
  const told = async () => {
    const counts = await marks.evaluateAll((all) => all.map((mark) => Number(mark.getAttribute('data-count'))));
    return counts.reduce((sum, count) => sum + count, 0);
  };
  await expect.poll(told).toBe(log.length);
  for (let n = 0; n < 2; n += 1) await timeline(page).getByRole('button', { name: 'Closer' }).click();

  // A link to an event opens it there; its cause and what came of it are a key away.
  const answer = log.findLast((event) => event.type === 'ReplySent') ?? log.at(-1);
  await page.evaluate((id) => (location.hash = `#/log?sel=${id}`), answer?.id);
  await expect(chosen(page)).toHaveAttribute('data-selected', String(answer?.position));
  await expect(page).toHaveURL(/#\/log\/full/);
  await expect(timeline(page).locator(`[data-mark="${answer?.position}"]`)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('[');
  const cause = log.find((event) => event.id === answer?.causationId);
  await expect(chosen(page)).toHaveAttribute('data-selected', String(cause?.position));
  await page.keyboard.press(']');
  const effect = log.find((event) => event.causationId === cause?.id);
  await expect(chosen(page)).toHaveAttribute('data-selected', String(effect?.position));

  // The story alone: in the timeline, in the list, and in the address.
  await page.getByRole('link', { name: 'Show only this story' }).click();
  const story = log.filter((event) => event.correlationId === answer?.correlationId);
  await expect.poll(told).toBe(story.length);
  await expect(page.locator('[role=option]')).toHaveCount(story.length);
  await page.reload();
  await expect(page.locator('[data-chip=story]')).toBeVisible();
  await expect.poll(told).toBe(story.length);
  await page.locator('[data-chip=story]').click();
  await expect(page).not.toHaveURL(/filter=/);

  // By type, by what it is about, by who wrote it: the picture and the list hold the same.
  const about = story[0]?.tags[0] ?? '';
  for (const [written, kept] of [
    ['type:OrderPlaced', log.filter(({ type }) => type === 'OrderPlaced')],
    [`tag:${about}`, log.filter(({ tags }) => tags.includes(about))],
    ['by:order-state', log.filter(({ by }) => by === 'order-state')],
  ] as const) {
    expect(kept.length).toBeGreaterThan(0);
    await page.evaluate((filter) => (location.hash = `#/log/full?filter=${encodeURIComponent(filter)}`), written);
    await timeline(page).getByRole('button', { name: 'All', exact: true }).click();
    await expect.poll(told).toBe(kept.length);
    const list = page.getByRole('listbox');
    await expect(list.getByRole('option').last()).toHaveAttribute('data-position', String(kept.at(-1)?.position));
  }
  expect(complaints).toEqual([]);
});

test('the timeline is worked by keyboard alone, by pointer, and on a phone; nothing is inaccessible', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await page.evaluate(() => (location.hash = '#/log/timeline'));
  const entry = timeline(page).locator('[data-mark][tabindex="0"]');
  await expect(entry).toHaveCount(1);
  await entry.focus();
  await page.keyboard.press('ArrowLeft');
  const focused = page.locator('[data-mark]:focus');
  await expect(focused).toHaveAttribute('aria-pressed', 'true');
  const before = Number(await focused.getAttribute('data-mark'));
  await page.keyboard.press('ArrowLeft');
  await expect(focused).toHaveAttribute('data-mark', String(before - 1));
  await expect(chosen(page)).toHaveAttribute('data-selected', String(before - 1));
  await page.keyboard.press('Home');
  await expect(focused).toHaveAttribute('data-mark', '1');

  // A click on the picture chooses what stands there.
  const mark = timeline(page).locator('[data-mark="4"]');
  const box = await mark.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 12, (box?.y ?? 0) + 12);
  await expect(chosen(page)).toHaveAttribute('data-selected', '4');

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(timeline(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(complaints).toEqual([]);
});
