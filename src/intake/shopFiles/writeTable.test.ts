import { expect, test } from 'vitest';
import { readTable } from './readTable';
import { amountOf, writeTable } from './writeTable';

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|calc', '%0A'])(
  '[CSV1] a text that a spreadsheet would run is put behind an apostrophe: %j',
  (text) => {
    const line = writeTable(['name'], [[text]])
      .split('\r\n')
      .slice(1)
      .join('\n');
    expect(line.replace(/^"/, '')).toMatch(/^'/);
  },
);

test('[CSV1] numbers and other texts stay as they are, quotes and line feeds too', () => {
  const text = writeTable(['name', 'amount'], [['Ada "the first", Sample\nof Leeds', amountOf(-1450)]]);
  expect(text).toBe('\uFEFFname,amount\r\n"Ada ""the first"", Sample\nof Leeds",-14.5\r\n');
  const [row] = readTable(text.slice(1)).rows;
  expect([row?.field('name'), row?.field('amount')]).toEqual(['Ada "the first", Sample\nof Leeds', '-14.5']);
});
