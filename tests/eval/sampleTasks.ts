import type { Action, Task } from './Action';

const address = { line1: '2 Quay', line2: '', city: 'Hull', region: '', postcode: 'HU1', country: 'UK' };
const change: Action = { kind: 'payment', orderId: '1001', methodId: 'ada-gift' };
const cancel: Action = { kind: 'cancel', orderId: '1001', reason: 'ordered by mistake' };
const toBlue: Action = {
  kind: 'items',
  orderId: '1001',
  swaps: [{ from: 'MUG-W', to: 'MUG-B' }],
  methodId: 'ada-card',
};
const giveBack: Action = { kind: 'return', orderId: '1002', skus: ['LAMP-1'], methodId: 'ben-paypal' };
const toWhite: Action = {
  kind: 'exchange',
  orderId: '1002',
  swaps: [{ from: 'MUG-B', to: 'MUG-W' }],
  methodId: 'ben-paypal',
};

/** Tasks on the sample world of the intake: one of each kind, and those in which money was lost elsewhere. */
export const sampleTasks: readonly Task[] = [
  { name: 'cancel', actions: [cancel] },
  { name: 'cancel for no reason', actions: [{ ...cancel, reason: 'just so' }] },
  { name: 'cancel what was cancelled', actions: [{ ...cancel, orderId: '1003' }] },
  { name: 'change the payment, then cancel', actions: [change, cancel] },
  { name: 'change the payment back and forth', actions: [change, { ...change, methodId: 'ada-card' }, cancel] },
  { name: 'pay with what somebody else owns', actions: [{ ...change, methodId: 'ben-paypal' }] },
  { name: 'send it elsewhere', actions: [{ kind: 'address', orderId: '1001', address }] },
  { name: 'change items, then nothing more', actions: [toBlue, cancel, change, toBlue] },
  {
    name: 'a gift card that is short',
    actions: [{ ...toBlue, swaps: [{ from: 'MUG-W', to: 'MUG-G' }], methodId: 'ada-gift' }],
  },
  {
    name: 'two for two, the difference to a gift card',
    actions: [
      {
        ...toBlue,
        swaps: [
          { from: 'MUG-W', to: 'MUG-B' },
          { from: 'MUG-W', to: 'MUG-B' },
        ],
        methodId: 'ada-gift',
      },
    ],
  },
  { name: 'something else altogether', actions: [{ ...toBlue, swaps: [{ from: 'MUG-W', to: 'LAMP-1' }] }] },
  { name: 'give one back', actions: [giveBack, giveBack] },
  { name: 'give back to a card of somebody else', actions: [{ ...giveBack, methodId: 'ada-card' }] },
  { name: 'exchange, then give the rest back', actions: [toWhite, giveBack, toWhite] },
  { name: 'give back what was not delivered', actions: [{ ...giveBack, orderId: '1001', skus: ['MUG-W'] }] },
];
