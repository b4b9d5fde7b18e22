import Papa from 'papaparse';

/**
 * A table as CSV (RFC 4180) with its byte order mark, so that spreadsheets read it as UTF-8. A text that a spreadsheet would run as a formula is
 * put behind an apostrophe: a customer's name is no program. Numbers stay numbers, also negative ones.
 */
export function writeTable(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const data = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)));
  return `\uFEFF${Papa.unparse({ fields: columns, data }, { escapeFormulae: false, newline: '\r\n' })}\r\n`;
}

/** What begins a formula in one spreadsheet or another, also behind spaces, or in letters of full width. */
function harmless(text: string): string {
  return /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20|%]/.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** Cents as a spreadsheet reads an amount: 1450 → 14.5. */
export const amountOf = (cents: number): number => cents / 100;
