import Papa from 'papaparse';
import { AppError } from '../../kernel';
import type { Skipped } from './ShopRecords';

/** One record of a CSV file: the line it begins on, counted from 1, and its fields by the header's names in lower case. */
export interface Row {
  readonly line: number;
  /** The trimmed text of the first column that has one of these names; empty when there is none. */
  field(...names: string[]): string;
}

/** A CSV file as a table. */
export interface Table {
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly Row[];
  /** Records that do not have as many fields as the header. */
  readonly skipped: readonly Skipped[];
}

const delimiters: readonly string[] = [',', ';', '\t', '|'];

/**
 * Reads CSV with a header. Commas, semicolons, tabs and bars are told apart by themselves.
 *
 * @throws InvalidInput naming the line when a quote is not closed or stands where none may stand: from there on nothing can be trusted.
 */
export function readTable(text: string): Table {
  const rows: Row[] = [];
  const skipped: Skipped[] = [];
  let columns: readonly string[] | null = null;
  const cursorLine = lineCounter(text);
  let begins = 0;
  Papa.parse(text, {
    delimiter: delimiterOf(text),
    step({ data, errors, meta }) {
      const line = cursorLine(begins);
      begins = meta.cursor;
      const broken = errors.find(({ code }) => code === 'MissingQuotes' || code === 'InvalidQuotes');
      if (broken) {
        const because =
          broken.code === 'MissingQuotes' ? 'a quote is opened and never closed' : 'a quote stands inside a field';
        throw new AppError(
          'InvalidInput',
          `Line ${line}: ${because}. Double a quote that is meant ("") and close each field.`,
        );
      }
      if (data.every((field) => field.trim() === '')) return;
      if (!columns) {
        columns = data.map((name) => name.trim().toLowerCase());
        return;
      }
      if (data.length !== columns.length) {
        const because = `it has ${data.length} field${data.length === 1 ? '' : 's'}, the header has ${columns.length}`;
        skipped.push({ line, what: 'a record', because });
        return;
      }
      const names = columns;
      rows.push({ line, field: (...wanted) => fieldOf(names, data, wanted) });
    },
  });
  return { columns: new Set(columns ?? []), rows, skipped };
}

/** What the header is parted by most often, quoted names aside. */
function delimiterOf(text: string): string {
  const header = (/^\s*[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => header.split(delimiter).length;
  return delimiters.reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

function fieldOf(columns: readonly string[], data: readonly string[], wanted: readonly string[]): string {
  for (const name of wanted) {
    const at = columns.indexOf(name);
    if (at >= 0) return (data[at] ?? '').trim();
  }
  return '';
}

/** Which line an offset is on; offsets only go forward. A field may hold line feeds, so that records and lines differ. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    for (let feed = text.indexOf('\n', counted); feed >= 0 && feed < offset; feed = text.indexOf('\n', counted)) {
      line += 1;
      counted = feed + 1;
    }
    return line;
  };
}
