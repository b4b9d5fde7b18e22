import { expect, test } from 'vitest';
import { caps } from '../../kernel';
import { readKept } from './keptSettings';

test('[UI7] what a browser kept is read back; anything else in its place is as good as nothing', () => {
  const nothing = { theme: 'auto', singleKeys: true };
  expect(readKept('{"theme":"dark","singleKeys":false}')).toEqual({ theme: 'dark', singleKeys: false });
  for (const text of [
    null,
    '',
    'null',
    '[]',
    '"dark"',
    '{"theme":"<b>"}',
    '{"__proto__":{"theme":"dark","singleKeys":false}}',
    '{"theme":["dark"],"singleKeys":"false"}',
    `{"theme":"dark","more":"${'a'.repeat(caps.settingsChars)}"}`,
    '['.repeat(1000),
  ])
    expect(readKept(text)).toEqual(nothing);
});
