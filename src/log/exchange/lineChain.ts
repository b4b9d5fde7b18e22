import { canonicalJson, runningSha256 } from '../../kernel';
import type { ExportLine, StoryHeader } from './exportLines';

const checkDigits = 16;

/**
 * Ties each line of an export to all before it. A line ends with `"check"`: the first 16 digits of the SHA-256 of every byte of the file up
 * to there. So the first line that was edited, moved, put in or taken out is the first whose check does not fit.
 */
export function lineChain() {
  const hash = runningSha256();
  /** What ended the line before: it is hashed together with the next. */
  let last = '';

  /** Adds a line's own content, without its brace, and returns what its check has to be. */
  function check(body: string): string {
    hash.add(last + body);
    last = '';
    return hash.hex().slice(0, checkDigits);
  }

  return {
    /** SHA-256 of every line so far. */
    sha256(): string {
      hash.add(last);
      last = '';
      return hash.hex();
    },
    /** The next line, with its line feed. */
    write(line: ExportLine | StoryHeader): string {
      return this.writeText(canonicalJson(line));
    },
    /** The same, for a line whose canonical JSON is at hand. */
    writeText(json: string): string {
      const body = json.slice(0, -1);
      last = `${before}${check(body)}${after}\n`;
      return body + last;
    },
    /** The JSON of the next line without its check, or null when the check is missing or does not fit. */
    read(text: string): string | null {
      const end = text.length - ending;
      if (end < 0 || !text.startsWith(before, end) || !text.endsWith(after)) return null;
      const body = text.slice(0, end);
      const digits = text.slice(end + before.length, -after.length);
      if (check(body) !== digits) return null;
      last = `${text.slice(end)}\n`;
      return `${body}}`;
    },
  };
}

const before = ',"check":"';
const after = '"}';
const ending = before.length + checkDigits + after.length;
