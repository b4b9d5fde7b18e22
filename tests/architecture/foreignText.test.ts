import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|svelte)$/.test(file));
const asMarkup =
  /\{@html|\b(?:innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|document\.write)\b/;

test('no text becomes markup anywhere in the house: what comes from outside is shown as it is', () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.filter((file) => asMarkup.test(readFileSync(`src/${file}`, 'utf8')))).toEqual([]);
});
