import { AppError, caps } from '../../kernel';

const lineFeed = 10;
const quote = 62;
/** A little more than a mail may have: what is larger is cut here and refused by `readMail`. */
const keptBytes = caps.mailBytes + 1;

/**
 * The mails of an mbox file (RFC 4155), one after the other. A mail begins behind a line `From … 09:14 …` that stands first or after an
 * empty line; in its lines one `>` is taken off `>From `, `>>From ` and so on, as mboxrd wants it.
 * @throws InvalidInput when the file does not begin like one.
 */
export async function* mailsOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let mail: Uint8Array[] | null = null;
  let kept = 0;
  let afterBlank = true;
  for await (const line of linesOf(chunks)) {
    if (afterBlank && startsMail(line)) {
      if (mail) yield joined(mail);
      mail = [];
      kept = 0;
    } else if (mail === null) {
      if (isBlank(line)) continue;
      throw new AppError(
        'InvalidInput',
        'This is no mailbox: an .mbox file begins with a line "From …". Drop .eml files one by one.',
      );
    } else if (kept < keptBytes) {
      mail.push(unquoted(line));
      kept += line.length;
    }
    afterBlank = isBlank(line);
  }
  if (mail) yield joined(mail);
}

/** Lines with their line feeds. */
async function* linesOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      yield joined([...rest, chunk.subarray(from, at + 1)]);
      rest = [];
      length = 0;
      from = at + 1;
    }
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > keptBytes) throw new AppError('InvalidInput', 'This is no mailbox: it has a line of more than 10 MB.');
  }
  if (length > 0) yield joined(rest);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === lineFeed || byte === 13);

const latin1 = new TextDecoder('latin1');

/** The time of day tells the envelope line from a sentence that begins with "From". */
function startsMail(line: Uint8Array): boolean {
  return line[0] === 70 && /^From \S+ .*\d\d:\d\d/.test(latin1.decode(line.subarray(0, 300)));
}

function unquoted(line: Uint8Array): Uint8Array {
  return line[0] === quote && /^>+From /.test(latin1.decode(line.subarray(0, 300))) ? line.subarray(1) : line;
}
