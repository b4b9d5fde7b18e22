import type { Page } from '@playwright/test';

/** A mailbox of so many letters as strangers write them; those with these numbers (from 1) are no mails. */
export function mailbox(count: number, bad: ReadonlySet<number> = new Set()): string {
  const mails = Array.from({ length: count }, (_, at) => {
    const n = at + 1;
    const envelope = `From c${n}@example.org Mon Mar  2 09:14:00 2026\n`;
    if (bad.has(n)) return `${envelope}X-Nothing: here\n\nno mail\n\n`;
    return `${envelope}From: Person ${n} <c${n}@example.org>\nMessage-ID: <m${n}@example.org>\nSubject: Mail ${n}\n\n>From time to time I ask: is it in stock?\n\n`;
  });
  return mails.join('');
}

/** Picks a text as an .mbox file on the Data screen. */
export async function pickMailbox(page: Page, text: string): Promise<void> {
  const file = { name: 'many.mbox', mimeType: 'application/mbox', buffer: Buffer.from(text) };
  await page.getByLabel('Pick an .mbox file').setInputFiles(file);
}
