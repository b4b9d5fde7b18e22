import type { Forgery } from './Forgery.suite';
import { order } from './forgedShop.suite';

const post = { postId: 'p-1', sku: 'MUG-1', occasion: 'sale', text: 'Buy' } as const;

/** Facts without their owner, answers without their question, events out of order. */
export const recordForgeries: readonly Forgery[] = [
  [
    'INV7',
    'an agent publishes a fact',
    /"support" signed what only order-state/,
    ({ tell }) => tell('OrderConfirmed', order, { forged: { by: 'support' } }),
  ],
  [
    'INV7',
    'a fact is passed off as a proposal',
    /declared as a fact, and recorded as a proposal/,
    ({ tell }) => tell('OrderConfirmed', order, { forged: { kind: 'proposal' } }),
  ],
  [
    'INV8',
    'a proposal is answered twice',
    /has a second answer/,
    ({ tell }) => {
      const answers = tell('PostDrafted', post);
      for (let n = 0; n < 2; n++) tell('PostRejected', { rule: 'no-way', because: 'no', about: [] }, { answers });
    },
  ],
  [
    'INV8',
    'an answer fits another question',
    /no answer to the ShipmentReported/,
    ({ tell }) => tell('OrderConfirmed', order, { answers: tell('ShipmentReported', { orderId: '1042' }) }),
  ],
  [
    'INV8',
    'an answer has no question',
    /which nobody proposed/,
    ({ tell }) => tell('OrderConfirmed', order, { forged: { answers: 'bank-77' as never } }),
  ],
  [
    'INV8',
    'a refusal refuses nothing',
    /says what it refuses/,
    ({ tell }) => tell('PostRejected', { rule: 'no-way', because: 'no', about: [] }),
  ],
  [
    'INV9',
    'an event is missing',
    /position 2 was expected.*at position 3/,
    ({ tell }) => {
      tell('AgentPaused', { agent: 'support' });
      tell('AgentPaused', { agent: 'support' }, { forged: { position: 3 } });
    },
  ],
  [
    'INV9',
    'the clock runs backwards',
    /1 ms before/,
    ({ tell }) => {
      tell('AgentPaused', { agent: 'support' }, { at: 5 });
      tell('AgentPaused', { agent: 'support' }, { at: 4 });
    },
  ],
  [
    'INV10',
    'an effect stands before its cause',
    /cause bank-2 is not known/,
    ({ tell }) => tell('AgentPaused', { agent: 'support' }, { forged: { causationId: 'bank-2' as never } }),
  ],
  [
    'INV10',
    'an effect is told in another story than its cause',
    /its cause to shopkeeper-1/,
    ({ tell }) => {
      const cause = tell('AgentPaused', { agent: 'support' });
      const other = tell('AgentResumed', { agent: 'support' });
      tell('AgentPaused', { agent: 'support' }, { cause, forged: { correlationId: other.id } });
    },
  ],
  [
    'INV10',
    'a story has no beginning',
    /story nowhere is not known/,
    ({ tell }) => tell('AgentPaused', { agent: 'support' }, { forged: { correlationId: 'nowhere' as never } }),
  ],
  [
    'INV10',
    'one event is recorded twice',
    /recorded twice/,
    ({ tell }) => {
      for (let n = 0; n < 2; n++) tell('AgentPaused', { agent: 'support' }, { id: 'same' });
    },
  ],
];
