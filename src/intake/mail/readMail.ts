import type { Address, Email } from 'postal-mime';
import type { Letter } from '../../contracts';
import { AppError, caps } from '../../kernel';
import { cleanLetter } from './cleanLetter';
import { healFlowed } from './healFlowed';
import { htmlToText } from './htmlToText';
import { mailMarks } from './mailMarks';

const wayOut =
  'Save the message itself (in most mail programs "Save as" or "Download message", ending in .eml) and drop that.';

/**
 * Reads one mail file (RFC 5322, `.eml`) into a letter: text only, nothing executed, attachments named and weighed but never
 * opened. `file` is only for the words of a refusal. The parser is loaded with the first mail.
 *
 * @throws InvalidInput when it is larger than 10 MB, or no mail.
 */
export async function readMail(bytes: Uint8Array, file = 'This file'): Promise<Letter> {
  if (bytes.length > caps.mailBytes) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    throw new AppError(
      'InvalidInput',
      `${file} is ${size} MB; a mail can have 10 MB at most. Send it without its attachments.`,
    );
  }
  if (bytes.length === 0) throw new AppError('InvalidInput', `${file} is empty. ${wayOut}`);
  if (bytes.subarray(0, 4096).includes(0))
    throw new AppError('InvalidInput', `${file} is not a mail but binary data. ${wayOut}`);

  if (isMailbox(bytes))
    throw new AppError('InvalidInput', `${file} holds many mails (mbox); one at a time is taken here. ${wayOut}`);

  const email = await parse(healFlowed(bytes), file);
  if (!email.headers.some(({ key }) => mailHeaders.has(key))) {
    throw new AppError('InvalidInput', `${file} is not a mail: it names no sender, date or message id. ${wayOut}`);
  }
  const at = Date.parse(email.date ?? '');
  return cleanLetter({
    from: senderOf(email.from ?? email.sender, email.returnPath),
    subject: email.subject ?? '',
    text: textOf(email),
    writtenAt: Number.isNaN(at) ? null : at,
    messageId: email.messageId ?? null,
    ...mailMarks(email),
    attachments: email.attachments.map((one) => ({
      name: one.filename ?? '(no name)',
      type: one.mimeType,
      bytes: typeof one.content === 'string' ? one.content.length : one.content.byteLength,
    })),
  });
}

// At least one of them stands in every mail that was ever sent, and in no other kind of file.
const mailHeaders = new Set(['from', 'sender', 'return-path', 'date', 'message-id', 'received']);

/** An mbox begins each of its mails with a line `From …`; some programs write one such line before a single mail. */
function isMailbox(bytes: Uint8Array): boolean {
  const latin1 = new TextDecoder('latin1').decode(bytes);
  return latin1.startsWith('From ') && /\r?\n\r?\nFrom \S+ /.test(latin1);
}

async function parse(bytes: Uint8Array, file: string): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime');
  try {
    return await PostalMime.parse(bytes);
  } catch (cause) {
    throw new AppError('InvalidInput', `${file} could not be read as a mail: ${String(cause)} ${wayOut}`, { cause });
  }
}

function senderOf(from: Address | undefined, returnPath: string | undefined): Letter['from'] {
  const mailbox = from?.group?.[0] ?? from;
  return { name: mailbox?.name ?? '', address: mailbox?.address ?? returnPath ?? '' };
}

/** Plain text wins; some senders leave it empty and write only HTML. */
function textOf({ text = '', html = '' }: Email): string {
  return text.trim() === '' && html !== '' ? htmlToText(html) : text;
}
