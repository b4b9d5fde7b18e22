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
