import type { Letter } from '../../contracts';
import { caps, cutWellFormed, oneLine } from '../../kernel';

const { letter } = caps;
const maxThread = 50;

/**
 * A letter that fits its declared shape whatever came in: surrogates paired, control signs and invisible direction marks gone from
 * one-line fields, everything within its cap. What is cut off is said at the end of the text.
 */
export function cleanLetter(raw: Letter): Letter {
  const attachments = raw.attachments.slice(0, letter.attachments).map((one) => ({
    name: oneLine(one.name, letter.file),
    type: oneLine(one.type, letter.type),
    bytes: one.bytes,
  }));
  return {
    from: { name: oneLine(raw.from.name, letter.name), address: oneLine(raw.from.address, letter.address) },
    subject: oneLine(raw.subject, letter.subject),
    text: bodyText(raw.text, raw.attachments.length - attachments.length),
    writtenAt: raw.writtenAt,
    messageId: raw.messageId === null ? null : oneLine(raw.messageId, letter.messageId),
    attachments,
    ...(raw.automatic && { automatic: true }),
    ...(raw.senderCheck && { senderCheck: raw.senderCheck }),
    ...(raw.thread?.length && { thread: raw.thread.slice(0, maxThread).map((id) => oneLine(id, letter.messageId)) }),
  };
}

function bodyText(text: string, attachmentsLeftOut: number): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trimEnd();
  const left = attachmentsLeftOut > 0 ? `\n\n[${attachmentsLeftOut} more attachments are not listed.]` : '';
  const max = letter.text - left.length;
  if (clean.length <= max) return cutWellFormed(clean, max) + left;
  const note = `\n\n[The mail goes on: it has ${clean.length} signs, what follows is not kept.]`;
  return cutWellFormed(clean, max - note.length) + note + left;
}
