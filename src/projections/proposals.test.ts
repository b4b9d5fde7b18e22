import { expect, test } from 'vitest';
import { proposals } from './proposals';
import { tellHistory } from './told/tellHistory';

const payment = { orderId: '1042', cents: 2900 };
const recorded = { ...payment, customerId: 'c-7', paidCents: 2900 };

function open() {
  const history = tellHistory();
  return {
    ...history,
    view: () => history.events.reduce((view, event) => proposals.evolve(view, event), proposals.open()),
  };
}

test('[PRPV1] a proposal waits until it is answered, and then says by what', () => {
  const { tell, view } = open();
  const asked = tell('PaymentCaptured', payment);
  expect(view().waiting.get(asked.id)).toMatchObject({
    type: 'PaymentCaptured',
    by: 'bank',
    status: 'waiting',
    changedAt: 1,
  });
  const answer = tell('PaymentRecorded', recorded, { answers: asked });
  expect(view().waiting.size).toBe(0);
  expect(view().answered.get(asked.id)).toMatchObject({
    status: 'accepted',
    answer: answer.id,
    position: 1,
    changedAt: 2,
  });
  expect(view()).toMatchObject({ acceptedCount: 1, refusedCount: 0 });
});

test('[PRPV2] a refused proposal has the rule and the reason', () => {
  const { tell, view } = open();
  const asked = tell('PaymentCaptured', payment);
  tell('PaymentRefused', { rule: 'overpaid', because: 'it is already paid', about: [] }, { answers: asked });
  expect(view().answered.get(asked.id)).toMatchObject({
    status: 'refused',
    rule: 'overpaid',
    because: 'it is already paid',
  });
  expect(view()).toMatchObject({ acceptedCount: 0, refusedCount: 1 });
});

test('[PRPV3] only the first answer counts, and a fact that answers nothing is no answer', () => {
  const { tell, view } = open();
  const answers = tell('PaymentCaptured', payment);
  tell('PaymentRecorded', recorded, { cause: answers });
  expect(view().waiting.size).toBe(1);
  tell('PaymentRecorded', recorded, { answers });
  tell('PaymentRefused', { rule: 'overpaid', because: 'twice', about: [] }, { answers });
  expect(view().answered.get(answers.id)).toMatchObject({ status: 'accepted' });
  expect(view()).toMatchObject({ acceptedCount: 1, refusedCount: 0 });
});

test('[PRPV4] all that wait are kept, of the answered the last 200', () => {
  const { tell, view } = open();
  const asked = Array.from({ length: 450 }, () => tell('PaymentCaptured', payment));
  for (const answers of asked.slice(0, 205)) tell('PaymentRecorded', recorded, { answers });
  expect(view().waiting.size).toBe(245);
  expect([...view().answered.keys()]).toEqual(asked.slice(5, 205).map(({ id }) => id));
  expect(view().acceptedCount).toBe(205);
});
