import { AppError } from '../../kernel';
import { caps } from './ShopWorld';

const wayOut = 'Save it as UTF-8: spreadsheets call it "CSV UTF-8"';

/** @throws InvalidInput when a file holds so many bytes that it is not worth reading. */
export function refuseLarge(bytes: number): void {
  if (bytes <= caps.bytes) return;
  const mb = (size: number) => Math.ceil(size / 1024 / 1024);
  const sizes = `it is ${mb(bytes)} MB, and ${mb(caps.bytes)} MB is the most`;
  throw new AppError('InvalidInput', `The file is too large: ${sizes}. Split it and import the parts one by one.`);
}

/**
 * The text of a file: UTF-8, or UTF-16 that begins with its mark. Nothing is guessed: a name in the wrong letters would be stored for good.
 *
 * @throws InvalidInput that names the line of the first byte that fits neither, or says that the file is too large.
 */
export function decodeText(bytes: Uint8Array): string {
  refuseLarge(bytes.length);
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return decode(bytes, 'utf-16le');
  if (a === 0xfe && b === 0xff) return decode(bytes, 'utf-16be');
  const zero = bytes.subarray(0, 4096).indexOf(0);
  if (zero >= 0)
    throw new AppError('InvalidInput', `The file is no UTF-8 text: a zero byte at byte ${zero + 1}. ${wayOut}.`);
  return decode(bytes, 'utf-8');
}

function decode(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (cause) {
    const where = label === 'utf-8' ? `line ${badLine(bytes)}` : `the end of it`;
    throw new AppError('InvalidInput', `The file is not ${label.toUpperCase()} text: see ${where}. ${wayOut}.`, {
      cause,
    });
  }
}

/** The first line that is no UTF-8 by itself. A line feed is never a part of another character. */
function badLine(bytes: Uint8Array): number {
  const strict = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0, line = 1; from < bytes.length; line++) {
    const feed = bytes.indexOf(10, from);
    const end = feed < 0 ? bytes.length : feed + 1;
    try {
      strict.decode(bytes.subarray(from, end));
    } catch {
      return line;
    }
    from = end;
  }
  return 1;
}
