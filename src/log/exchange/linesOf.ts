import { AppError, caps } from '../../kernel';

const lineFeed = 10;

/**
 * Bytes as lines, without their line feeds. Each is decoded by itself and strictly, so that a broken one can be named.
 * @throws InvalidInput at a line that is too long, is not UTF-8, or does not end.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let parts: Uint8Array[] = [];
  let length = 0;

  function take(bytes: Uint8Array) {
    parts.push(bytes);
    length += bytes.length;
    if (length > caps.export.lineChars) {
      throw new AppError('InvalidInput', `it is longer than ${caps.export.lineChars} bytes`);
    }
  }

  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      take(chunk.subarray(from, at));
      yield decode(decoder, joined(parts, length));
      parts = [];
      length = 0;
      from = at + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) throw new AppError('InvalidInput', 'it does not end: the file is cut off here');
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new AppError('InvalidInput', 'it is not UTF-8 text', { cause });
  }
}
