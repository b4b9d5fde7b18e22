import { expect, test } from 'vitest';
import { ref } from './told/shop';
import { tellHistory } from './told/tellHistory';
import { turns } from './turns';

function open() {
  const history = tellHistory();
  const row = () => history.events.reduce((view, event) => turns.evolve(view, event), turns.open()).get('support');
  return { ...history, row };
}

test('[TRNV1] every agent has a row before anything is heard of it', () => {
  expect([...turns.open().keys()]).toEqual(['support', 'inventory', 'marketing']);
  expect(open().row()).toMatchObject({ paused: false, crashes: 0, decisions: 0, lastDecision: null, changedAt: 0 });
});

test('[TRNV2] decisions are counted, and the last one is kept', () => {
  const { tell, row } = open();
  const turn = { trigger: 'x-1', engine: 'scripted', model: 's', seed: 1, documents: [], proposals: 0 };
  tell('AgentDecided', { agent: 'support', ...turn, transcript: ref(1), summary: 'waits' });
  tell('AgentDecided', { agent: 'inventory', ...turn, transcript: ref(2), summary: 'counts' }, { by: 'inventory' });
  const { id, at } = tell('AgentDecided', { agent: 'support', ...turn, transcript: ref(3), summary: 'asks' });
  expect(row()).toMatchObject({ decisions: 2, lastDecision: { id, at, summary: 'asks', transcript: ref(3) } });
});

test('[TRNV4] the engine that was chosen last is the one it is to reason with', () => {
  const { tell, row } = open();
  expect(row()).toMatchObject({ engine: null });
  tell('EngineChosen', { agent: 'support', engine: 'wllama', model: 'small' });
  tell('EngineChosen', { agent: 'inventory', engine: 'wllama', model: 'other' });
  tell('EngineChosen', { agent: 'support', engine: 'scripted', model: 'scripted-1' });
  expect(row()).toMatchObject({ engine: { engine: 'scripted', model: 'scripted-1' } });
});

test('[TRNV3] pauses, crashes and parked triggers show, and a retried trigger is parked no longer', () => {
  const { tell, row } = open();
  tell('AgentPaused', { agent: 'support' });
  tell('AgentCrashed', { agent: 'support', trigger: null, times: 1 });
  const failed = { agent: 'support', trigger: 'x-1', rule: 'threw', because: 'it threw', transcript: null } as const;
  const failure = tell('AgentFailed', failed);
  expect(row()).toMatchObject({ paused: true, crashes: 1, failures: [{ id: failure.id, because: 'it threw' }] });
  tell('AgentResumed', { agent: 'support' });
  tell('AgentRetried', { agent: 'support', trigger: 'x-1', failure: failure.id });
  expect(row()).toMatchObject({ paused: false, failures: [], changedAt: 5 });
});
