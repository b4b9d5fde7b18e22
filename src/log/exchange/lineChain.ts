import { canonicalJson, runningSha256 } from '../../kernel';
import type { ExportLine, StoryHeader } from './exportLines';

const checkDigits = 16;

/**
 * Ties each line of an export to all before it. A line ends with `"check"`: the first 16 digits of the SHA-256 of every byte of the file up
 * to there. So the first line that was edited, moved, put in or taken out is the first whose check does not fit.
 */
export function lineChain() {
  const hash = runningSha256();

  /** Adds a line's own content and returns what its check has to be. */
  function check(body: string): string {
    hash.add(body.slice(0, -1));
    return hash.hex().slice(0, checkDigits);
  }

  function close(digits: string): string {
    const end = `,"check":"${digits}"}`;
    hash.add(`${end}\n`);
    return end;
  }

  return {
    /** SHA-256 of every line so far. */
    sha256: () => hash.hex(),
    /** The next line, with its line feed. */
    write(line: ExportLine | StoryHeader): string {
      const body = canonicalJson(line);
      return `${body.slice(0, -1)}${close(check(body))}\n`;
    },
    /** The JSON of the next line without its check, or null when the check is missing or does not fit. */
    read(text: string): string | null {
      const found = ending.exec(text);
      if (!found) return null;
      const body = `${text.slice(0, found.index)}}`;
      if (check(body) !== found[1]) return null;
      close(found[1]);
      return body;
    },
  };
}

const ending = new RegExp(`,"check":"([0-9a-f]{${checkDigits}})"\\}$`);
