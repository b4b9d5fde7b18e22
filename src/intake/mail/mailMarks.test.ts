import { expect, test } from 'vitest';
import { readMail } from './readMail';

const mail = (...headers: string[]) =>
  readMail(
    new TextEncoder().encode(
      [...headers, 'From: Ana <ana@example.org>', 'Subject: Hi', 'Message-ID: <a@x>', '', 'Hello', ''].join('\r\n'),
    ),
  );

test.each([
  'Auto-Submitted: auto-replied',
  'Precedence: bulk',
  'Return-Path: <>',
  'X-Autoreply: yes',
  'List-Id: news <news.example.org>',
])('[MARK1] what a machine sent is marked: %s', async (header) => {
  expect((await mail(header)).automatic).toBe(true);
});

test('[MARK1] a mail by a person is not', async () => {
  expect(await mail('Auto-Submitted: no', 'Return-Path: <ana@example.org>')).not.toHaveProperty('automatic');
});

const first = 'Authentication-Results: mx.example.net;';
test.each([
  [`${first} dmarc=fail header.from=example.org; spf=pass`, 'failed'],
  [`${first} spf=fail; dkim=none`, 'failed'],
  [`${first} spf=fail; dkim=pass`, 'passed'],
  [`${first} dmarc=pass`, 'passed'],
])('[MARK2] the receiving server is believed about the sender: %s', async (header, check) => {
  expect((await mail(header)).senderCheck).toBe(check);
});

test('[MARK2] only its own header counts, not one that came with the mail', async () => {
  const forged = 'Authentication-Results: mx.example.net; dmarc=pass';
  expect((await mail(`${first} dmarc=fail`, forged)).senderCheck).toBe('failed');
  expect(await mail()).not.toHaveProperty('senderCheck');
});

test('[MARK3] what it answers is kept, the nearest first', async () => {
  const { thread } = await mail('In-Reply-To: <two@x>', 'References: <one@x> <two@x>');
  expect(thread).toEqual(['<two@x>', '<one@x>']);
});
