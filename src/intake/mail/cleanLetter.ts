import type { Letter } from '../../contracts';

/** The caps of the side store's letter (contracts/personal.ts), in UTF-16 units. */
const caps = {
  name: 200,
  address: 320,
  subject: 1000,
  text: 200_000,
  messageId: 1000,
  file: 300,
  type: 200,
  attachments: 1000,
};

/**
 * A letter that fits its declared shape whatever came in: surrogates paired, control signs and invisible direction marks gone from
 * one-line fields, everything within its cap. What is cut off is said at the end of the text.
 */
export function cleanLetter(raw: Letter): Letter {
  const attachments = raw.attachments.slice(0, caps.attachments).map((one) => ({
    name: oneLine(one.name, caps.file),
    type: oneLine(one.type, caps.type),
    bytes: one.bytes,
  }));
  return {
    from: { name: oneLine(raw.from.name, caps.name), address: oneLine(raw.from.address, caps.address) },
    subject: oneLine(raw.subject, caps.subject),
    text: bodyText(raw.text, raw.attachments.length - attachments.length),
    writtenAt: raw.writtenAt,
    messageId: raw.messageId === null ? null : oneLine(raw.messageId, caps.messageId),
    attachments,
  };
}

// Control signs, and marks that turn the reading direction, with which `gpj.exe` can be made to read `exe.jpg`.
const deceptive = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

function oneLine(text: string, max: number): string {
  return paired(text.replace(deceptive, ' ').replace(/ {2,}/g, ' ').trim(), max);
}

function bodyText(text: string, attachmentsLeftOut: number): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trimEnd();
  const left = attachmentsLeftOut > 0 ? `\n\n[${attachmentsLeftOut} more attachments are not listed.]` : '';
  const max = caps.text - left.length;
  if (clean.length <= max) return paired(clean, max) + left;
  const note = `\n\n[The mail goes on: it has ${clean.length} signs, what follows is not kept.]`;
  return paired(clean, max - note.length) + note + left;
}

/** Cut to `max` without leaving half of a pair behind, and every other lone half replaced. */
function paired(text: string, max: number): string {
  const cut = text.length > max ? text.slice(0, max).replace(/[\ud800-\udbff]$/, '') : text;
  return cut.toWellFormed();
}
