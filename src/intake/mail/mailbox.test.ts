import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mailsOf } from './mailbox';
import { readMail } from './readMail';

const chunks = (text: string, size: number): Uint8Array[] => {
  const bytes = new TextEncoder().encode(text);
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
};
const mailsIn = async (text: string, size = 17): Promise<string[]> => {
  const mails: string[] = [];
  for await (const mail of mailsOf(chunks(text, size))) mails.push(new TextDecoder().decode(mail));
  return mails;
};
const from = 'From ana@example.org Mon Mar  2 09:14:00 2026\n';

describe('a mailbox', () => {
  test('[MBX1] is split at its envelope lines, and one quote is taken off', async () => {
    const text = `${from}Subject: a\n\n>From here on\n>>From there\n> From no\n\n${from}Subject: b\n\nb\n`;
    expect(await mailsIn(text)).toEqual([
      'Subject: a\n\nFrom here on\n>From there\n> From no\n\n',
      'Subject: b\n\nb\n',
    ]);
  });

  test('[MBX1] a sentence that begins with From does not begin a mail', async () => {
    const text = `${from}Subject: a\n\nFrom what I see it broke.\n\nFrom 09:00 on nobody answers\nFrom - Mon 09:00\n`;
    expect(await mailsIn(text.replace('From 09:00', 'from 09:00'))).toHaveLength(1);
  });

  test.each(['From - Mon Mar 02 09:00:00 2026\r\n', 'From 17@xxx Mon Mar 02 09:00:00 +0000 2026\n', `\n\n${from}`])(
    '[MBX1] the envelope lines of other programs: %j',
    async (line) => {
      const [mail = ''] = await mailsIn(`${line}From: a@example.org\nSubject: x\n\nHello\n`);
      expect(await readMail(new TextEncoder().encode(mail))).toMatchObject({ subject: 'x', text: 'Hello' });
    },
  );

  test('[MBX1] another file is refused by name, an empty one holds nothing', async () => {
    await expect(mailsIn('Subject: x\n\nHello')).rejects.toThrow(/no mailbox/);
    expect(await mailsIn('')).toEqual([]);
  });

  test('[MBX1] what was quoted and joined comes back as it was, wherever the pieces end', async () => {
    const line = fc.constantFrom(
      'Hello',
      '',
      'From x Mon 09:14',
      '>From x 09:14',
      '>>From y',
      '> quoted',
      'é🐟',
      'From',
    );
    const mail = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => `Subject: s\n\n${lines.join('\n')}\n\n`);
    await fc.assert(
      fc.asyncProperty(fc.array(mail, { maxLength: 5 }), fc.integer({ min: 1, max: 40 }), async (mails, size) => {
        const written = mails.map((text) => from + text.replace(/^(>*From )/gm, '>$1')).join('');
        expect(await mailsIn(written, size)).toEqual(mails);
      }),
    );
  });
});
