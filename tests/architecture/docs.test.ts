import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const pages = ['README.md', ...filesUnder('docs').filter((file) => file.endsWith('.md'))];
const ruleIds = new Set(filesUnder('src').concat(filesUnder('tests')).flatMap(ruleIdsIn));

test('there are pages to read and rules to name', () => {
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'docs/guarantees.md', 'docs/follow-a-mail.md']));
  expect(ruleIds).toContain('LOG3');
});

describe.each(pages)('%s', (page) => {
  test('names only files, rules and pages that exist', () => {
    expect(deadReferences(page, readFileSync(page, 'utf8'))).toEqual([]);
  });
});

test('a page that names what does not exist is found out', () => {
  const page = [
    'Read `src/log/verify.ts` and `src/log/gone.ts`, run `npm test`, look into `docs/decisions/`.',
    'It holds [LOG3] but not [NIX1]; `[world, first]` is a key.',
    '[Here](events.md#topics), [gone](gone.md), ![picture](gone.png), [far](https://example.org/x), [down](#below).',
  ].join('\n');
  expect(deadReferences('docs/page.md', page)).toEqual([
    'no file src/log/gone.ts',
    'no test named [NIX1]',
    'no page docs/gone.md',
    'no page docs/gone.png',
  ]);
});

function deadReferences(page: string, text: string): string[] {
  const files = found(/`((?:src|tests|docs)\/[^`\s]*)`/g, text).filter((path) => !existsSync(path));
  const rules = found(/\[([A-Z]{2,}\d+)\]/g, text).filter((id) => !ruleIds.has(id));
  const links = found(/\]\(([^)\s]+)\)/g, text)
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
    .map((target) => join(dirname(page), target.replace(/#.*$/, '')))
    .filter((target) => !existsSync(target));
  return [
    ...files.map((path) => `no file ${path}`),
    ...rules.map((id) => `no test named [${id}]`),
    ...links.map((target) => `no page ${target}`),
  ];
}

/** The ids at the beginning of a test's name: `[PCK1] [PCK2] the budget is kept`. This file names one that is none. */
function ruleIdsIn(file: string): string[] {
  if (!/\.(?:test|suite|spec)\.ts$/.test(file) || file === 'tests/architecture/docs.test.ts') return [];
  const names = found(/['"`]((?:\[[A-Z]+\d+\] ?)+)/g, readFileSync(file, 'utf8'));
  return names.flatMap((name) => found(/\[([A-Z]+\d+)\]/g, name));
}

function found(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap(([, group]) => group ?? []);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
