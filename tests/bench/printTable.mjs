/** @typedef {import('./goals.mjs').Goal & { number: number, met: boolean, ratioRaw: number | null }} Row */

/** Prints one line per number: what it is, what it should be, and whether it is. @param {readonly Row[]} rows */
export function printTable(rows) {
  const cells = rows.map((row) => [
    row.key,
    Number.isNaN(row.number) ? 'none' : inWords(row.number, row),
    `${row.sense === 'at most' ? '≤' : '≥'} ${inWords(row.goal, { ...row, digits: 0 })}`,
    row.ratioRaw === null || Number.isNaN(row.ratioRaw) ? '–' : `${row.ratioRaw.toFixed(row.ratioRaw < 10 ? 2 : 0)} ×`,
    row.met ? 'met' : 'MISSED',
    row.met ? '' : row.whyMissed,
  ]);
  const lines = [['key', 'measured', 'goal', 'time / raw', '', ''], ...cells];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length))) ?? [];
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** @param {number} number @param {{ unit: string, digits?: number }} how */
function inWords(number, { unit, digits = 0 }) {
  return `${number.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })} ${unit}`;
}
