import { expect, test } from 'vitest';
import { inbox } from './inbox';
import { ref } from './told/shop';
import { tellHistory } from './told/tellHistory';

const turn = {
  engine: 'scripted',
  model: 's',
  seed: 1,
  documents: [],
  transcript: ref(9),
  proposals: 1,
  summary: 'did',
};

function received(customerId: string | null = 'c-7') {
  const history = tellHistory();
  const mail = history.tell('MailReceived', { mailId: 'm-1', customerId, letter: ref(1), attachments: 0 });
  const row = () => history.events.reduce((view, event) => inbox.evolve(view, event), inbox.open()).get('m-1' as never);
  const ask = (known = true) => {
    const query = { mailId: 'm-1', customerId: known ? 'c-7' : 'visitor-m-1', known, query: ref(1) };
    return history.tell('CustomerQuery', query, { answers: mail });
  };
  return { ...history, mail, row, ask };
}

test('[INBV1] a mail is received, then open, then worked on by support, then answered', () => {
  const { tell, mail, row, ask } = received();
  expect(row()).toMatchObject({ status: 'received', customerId: 'c-7', receivedAt: mail.at, correlationId: mail.id });
  const query = ask();
  expect(row()?.status).toBe('open');
  const cause = tell('AgentDecided', { agent: 'support', trigger: query.id, ...turn }, { cause: query });
  expect(row()).toMatchObject({ status: 'working', lastEvent: cause.id, changedAt: 3 });
  tell('ReplySent', { mailId: 'm-1', customerId: 'c-7', text: ref(5) }, { cause });
  tell('AgentDecided', { agent: 'support', trigger: query.id, ...turn }, { cause });
  expect(row()).toMatchObject({ status: 'answered', reply: ref(5) });
});

test('[INBV2] only support, and only in the same story, starts to work on it', () => {
  const { tell, row, ask } = received();
  const query = ask();
  tell('AgentDecided', { agent: 'marketing', trigger: query.id, ...turn }, { by: 'marketing', cause: query });
  tell('AgentDecided', { agent: 'support', trigger: query.id, ...turn });
  expect(row()?.status).toBe('open');
});

test('[INBV3] an escalated mail says why, is not worked on by a later turn, and can still be answered', () => {
  const { tell, row, ask } = received();
  const cause = ask();
  tell('Escalated', { mailId: 'm-1', customerId: 'c-7', reason: 'unclear', because: 'it names no order' }, { cause });
  tell('AgentDecided', { agent: 'support', trigger: cause.id, ...turn }, { cause });
  expect(row()).toMatchObject({ status: 'escalated', because: 'it names no order' });
  tell('ReplySent', { mailId: 'm-1', customerId: 'c-7', text: ref(5) }, { cause });
  expect(row()?.status).toBe('answered');
});

test('[INBV4] a mail that the mailroom refuses says why', () => {
  const { tell, mail, row } = received();
  const refusal = { rule: 'same-mail', because: 'it is already here', about: ['mail:m-1'] };
  tell('MailRefused', refusal, { answers: mail });
  expect(row()).toMatchObject({ status: 'refused', because: 'it is already here' });
});

test('[INBV4] a second mail of the same id and its refusal leave the first as it is', () => {
  const { tell, row } = received();
  const twin = tell('MailReceived', { mailId: 'm-1', customerId: 'c-8', letter: ref(2), attachments: 0 });
  tell('MailRefused', { rule: 'same-mail', because: 'it is already here', about: ['mail:m-1'] }, { answers: twin });
  expect(row()).toMatchObject({ status: 'received', customerId: 'c-7', letter: ref(1), changedAt: 1 });
});

test('[INBV5] whom the mailroom does not know is nobody’s customer, whatever the envelope said', () => {
  const { row, ask } = received('c-7');
  ask(false);
  expect(row()).toMatchObject({ status: 'open', customerId: null });
});
