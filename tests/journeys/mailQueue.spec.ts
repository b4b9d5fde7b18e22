import { expect, test } from '@playwright/test';
import { mailbox, pickMailbox } from './mailbox';
import { card, complaintsOf, openAtNine, openData, settled, storedLog } from './shop';

const count = 60;

test('a queue of letters is seen to grow and to drain, also over a reload in the middle, and each has one end', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await openAtNine(page);
  await page.getByRole('button', { name: 'Pause support' }).click();
  await expect(card(page, 'support')).toHaveAttribute('data-state', 'paused');
  await openData(page);
  await pickMailbox(page, mailbox(count));
  await page.keyboard.press('1');
  const open = async () => {
    const words = await page
      .getByRole('region', { name: 'Inbox' })
      .getByText(/\d+ open/)
      .innerText();
    return Number(/(\d+) open/.exec(words)?.[1]);
  };
  const lag = async () => Number(await card(page, 'support').getAttribute('data-lag'));
  await expect.poll(open).toBe(count);
  expect(await lag()).toBeGreaterThan((3 * count) / 4);

  await page.getByRole('button', { name: 'Resume support' }).click();
  await expect.poll(lag).toBeLessThan(count / 2);
  await page.reload();
  await expect.poll(lag, { timeout: 30_000 }).toBe(0);
  await settled(page);

  const log = await storedLog(page);
  const taken = log.filter((event) => event.type === 'MailReceived');
  expect(taken).toHaveLength(count);
  const ended = ['ReplySent', 'Escalated', 'MailFiled'];
  for (const mail of taken) {
    const ends = log.filter((event) => event.correlationId === mail.correlationId && ended.includes(event.type));
    expect(ends.map(({ type }) => type)).toHaveLength(1);
  }
  expect(complaints).toEqual([]);
});
