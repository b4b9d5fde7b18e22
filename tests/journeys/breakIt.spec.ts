import { expect, test } from '@playwright/test';
import {
  card,
  chainOf,
  complaintsOf,
  expectAllLights,
  openAtNine,
  openHeld,
  pickMail,
  settled,
  storedLog,
  takeSteps,
  writeSample,
} from './shop';

test('the next messages are lost: everybody is late, and nothing is missing', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await page.getByRole('button', { name: 'Break it' }).click();
  await page.getByLabel('Messages to drop').fill('4');
  await page.getByRole('button', { name: 'Drop the news' }).click();
  await expect(page.getByText('4 to drop, 0 dropped')).toBeVisible();

  await pickMail(page, 'broken-mug.eml');
  await expect(page.locator('[data-mail]', { hasText: 'Amara Okafor' })).toHaveAttribute('data-state', 'answered');
  await expect(page.getByText('0 to drop, 4 dropped')).toBeVisible();
  await settled(page);

  const events = await storedLog(page);
  expect(
    chainOf(
      events,
      events.findLast((event) => event.type === 'ReplySent'),
    ),
  ).toEqual([
    'MailReceived',
    'CustomerQuery',
    'AgentDecided',
    'RefundRequested',
    'RefundProcessed',
    'AgentDecided',
    'ReplyDrafted',
    'ReplySent',
  ]);
  expect(events.filter((event) => event.type === 'RefundProcessed')).toHaveLength(1);
  await expectAllLights(page);
  expect(complaints).toEqual([]);
});

test('the last ones are sold twice at the same moment: one order is confirmed, the other waits', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  const before = (await storedLog(page)).length;
  await page.getByRole('button', { name: 'Break it' }).click();
  await page.getByLabel('Product').selectOption('MUG-1');
  await page.getByRole('button', { name: 'Sell the last one twice' }).click();
  await expect(page.locator('[data-sku="MUG-1"]').first()).toContainText('1 waiting');
  await expect(page.locator('[data-sku="MUG-1"]').first()).toHaveAttribute('data-available', '0');
  await settled(page);

  const events = (await storedLog(page)).slice(before);
  const orders = (type: string) =>
    events.filter((event) => event.type === type).map((event) => ('orderId' in event.data ? event.data.orderId : ''));
  expect(orders('OrderPlaced')).toHaveLength(2);
  expect(orders('OrderConfirmed')).toHaveLength(1);
  expect(orders('OrderBackordered')).toHaveLength(1);
  expect(new Set([...orders('OrderConfirmed'), ...orders('OrderBackordered')])).toEqual(new Set(orders('OrderPlaced')));
  expect(orders('StockReserved')).toEqual(orders('OrderConfirmed'));
  await expectAllLights(page);
  expect(complaints).toEqual([]);
});

test('an agent crashes: mails wait for it, and the next thread answers each of them once', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await page.getByRole('button', { name: 'Break it' }).click();
  await page.getByLabel('Thread').selectOption('Support');
  await page.getByRole('button', { name: 'Crash it' }).click();
  const support = card(page, 'support');
  await expect(support).toHaveAttribute('data-state', 'crashed');
  await expect(support).toContainText('crashed');

  await pickMail(page, 'broken-mug.eml');
  await expect(support).toHaveAttribute('data-lag', '1');
  await writeSample(page, 'Where is my order?');
  await expect(support).toHaveAttribute('data-lag', '2');
  await expect(support).toContainText('lag 2');
  await expect(page.locator('[data-mail][data-state="open"]')).toHaveCount(2);

  await page.getByRole('button', { name: 'Resume support' }).click();
  await expect(page.locator('[data-mail][data-state="answered"]')).toHaveCount(2);
  await settled(page);

  const events = await storedLog(page);
  const mails = events.flatMap((event) => (event.type === 'MailReceived' ? [event.data.mailId] : []));
  const answered = events.flatMap((event) => (event.type === 'ReplySent' ? [event.data.mailId] : []));
  expect(answered.toSorted()).toEqual(mails.toSorted());
  expect(events.filter((event) => event.type === 'AgentCrashed')).toHaveLength(1);
  await expectAllLights(page);
  expect(complaints).toEqual([]);
});

test('log and services crash: another thread takes over once, from where the log is', async ({ page }) => {
  const complaints = complaintsOf(page);
  await openHeld(page);
  await takeSteps(page, 16);
  const before = await storedLog(page);
  let threads = 0;
  page.on('worker', (worker) => {
    if (worker.url().includes('world.worker')) threads += 1;
  });
  await page.getByRole('button', { name: 'Break it' }).click();
  await page.getByLabel('Thread').selectOption('Log and services');
  await page.getByRole('button', { name: 'Crash it' }).click();
  await expect(page.getByText('Log and services: terminated.')).toBeVisible();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: 'Scenario done' })).toHaveJSProperty('value', 17);
  expect(threads).toBe(1);
  expect((await storedLog(page)).slice(0, before.length)).toEqual(before);
  await expectAllLights(page);
  expect(complaints).toEqual([]);
});
