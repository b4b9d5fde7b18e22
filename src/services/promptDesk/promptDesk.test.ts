import { expect, test } from 'vitest';
import { contracts } from '../../contracts';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { promptDesk } from './promptDesk';

const first = event('PromptChanged');
const ask = (system: string | null, from: number) => event('PromptChangeRequested', { agent: 'support', system, from });

test('[PRM1] an agent is given other words, and each change is a version more', () => {
  given(promptDesk, []).when(event('PromptChangeRequested')).then(first);
  given(promptDesk, [first])
    .when(ask('Be kind.', 1))
    .then(event('PromptChanged', { agent: 'support', system: 'Be kind.', version: 2 }));
});

test('[PRM2] what was written over another version than the one that holds is refused, as is what it is told already', () => {
  given(promptDesk, [first]).when(ask('Be kind.', 0)).thenRefused('other-version');
  given(promptDesk, [first]).when(ask(first.data.system, 1)).thenRefused('same-prompt');
  given(promptDesk, []).when(ask(null, 0)).thenRefused('same-prompt');
});

test('[PRM3] going back is one more change, to the app’s own words as to any before', () => {
  given(promptDesk, [first])
    .when(ask(null, 1))
    .then(event('PromptChanged', { agent: 'support', system: null, version: 2 }));
});

test('[PRM4] words that say nothing, or hold half a letter, are no prompt', () => {
  const { schema } = contracts.PromptChangeRequested;
  for (const system of ['', '  \n', '\ud800', 'x'.repeat(8001)])
    expect(schema.safeParse({ agent: 'support', system, from: 0 }).success).toBe(false);
});

const words = event('DocumentChanged');
const say = (text: string | null, from: number) =>
  event('DocumentChangeRequested', { document: words.data.document, text, from });

test('[TXT1] a text that agents read says other words, is new, or is withdrawn: each a version more', () => {
  given(promptDesk, []).when(event('DocumentChangeRequested')).then(words);
  given(promptDesk, [words])
    .when(say('When? Never.', 1))
    .then(event('DocumentChanged', { text: 'When? Never.', version: 2 }));
  given(promptDesk, [words])
    .when(say(null, 1))
    .then(event('DocumentChanged', { text: null, version: 2 }));
});

test('[TXT2] what was written over another version is refused, as are the same words, and more texts than can be searched', () => {
  given(promptDesk, [words]).when(say('When? Never.', 0)).thenRefused('other-version');
  given(promptDesk, [words]).when(say(words.data.text, 1)).thenRefused('same-text');
  const many = Array.from({ length: 200 }, (_, n) => event('DocumentChanged', { document: `faq:n-${n}` }));
  given(promptDesk, many).when(say('When? Never.', 0)).thenRefused('too-many');
  given(promptDesk, many)
    .when(event('DocumentChangeRequested', { document: 'faq:n-7', text: 'Other words.', from: 1 }))
    .then(event('DocumentChanged', { document: 'faq:n-7', text: 'Other words.', version: 2 }));
});

test('[TXT2] a text has a name of its kind and says something', () => {
  const { schema } = contracts.DocumentChangeRequested;
  for (const data of [
    { document: 'faq:opening', text: '  ', from: 0 },
    { document: 'faq:opening', text: 'x'.repeat(2001), from: 0 },
    { document: 'FAQ:Opening', text: 'x', from: 0 },
    { document: 'order:1', text: 'x', from: 0 },
  ])
    expect(schema.safeParse(data).success).toBe(false);
});
