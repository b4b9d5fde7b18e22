import { expect, test } from 'vitest';
import type { RerunView, TrialView } from '../AgentTools';
import { agreementOf } from './agreement';

const run = (types: readonly string[], failed: RerunView['failed'] = null): RerunView => ({
  failed,
  summary: '',
  proposals: types.map((type) => ({ type, data: {} })),
  raw: [],
  tokens: { read: 100, written: 10 },
});
const trial = (one: RerunView | null, recorded: readonly string[], verdict: 'accepted' | 'refused'): TrialView => ({
  position: 1,
  id: 'support-1' as TrialView['id'],
  summary: '',
  verdicts: recorded.map((type) => ({ type, verdict, rule: null })),
  one,
  other: one,
  because: one ? null : 'its letter was erased',
});

test('[EVM1] a model agrees when it comes to the acts that were accepted, whatever it writes in them', () => {
  const gaveUp = { rule: 'bad-output', because: 'no JSON' };
  const trials = [
    trial(run(['ReplyDrafted', 'RefundRequested']), ['RefundRequested', 'ReplyDrafted'], 'accepted'),
    trial(run([]), [], 'accepted'),
    trial(run(['ReplyDrafted']), ['RefundRequested'], 'accepted'),
    trial(run(['RefundRequested']), ['RefundRequested'], 'refused'),
    trial(run([], gaveUp), ['ReplyDrafted'], 'accepted'),
    trial(null, ['ReplyDrafted'], 'accepted'),
  ];
  expect(agreementOf(trials)).toEqual({
    decisions: 5,
    same: 2,
    other: 2,
    givenUp: 1,
    because: 'no JSON',
    tokens: { read: 500, written: 50 },
  });
});
