import { describe, expect, test } from 'vitest';
import { caps } from '../../kernel';
import { actShapes, readAct } from './actShapes';
import { readTabMessage } from './tabs';

/** A list in a list in a list … */
function nested(levels: number): unknown {
  let value: unknown = [];
  for (let n = 0; n < levels; n++) value = [value];
  return value;
}
const withProto = (rest: object): unknown =>
  JSON.parse(`{"__proto__":{"kind":"ship"},${JSON.stringify(rest).slice(1)}`);

describe('what is asked of the leader', () => {
  test('[WLD2] what a visitor can do is let through as it was asked', () => {
    const ship = ['page-1', { kind: 'ship', orderId: '1042' }];
    expect(readAct('submit', ship)).toEqual({ name: 'submit', args: ship });
    expect(readAct('play', [Infinity])).toMatchObject({ args: [Infinity] });
    expect(readAct('crash', ['world', null])).toMatchObject({ args: ['world', null] });
  });

  test.each<[string, string, readonly unknown[]]>([
    ['an act nobody has', 'constructor', []],
    ['an act named __proto__', '__proto__', []],
    ['an input only the scenario may hand in', 'submit', ['a', { kind: 'introduceCustomer', customerId: 'c-1' }]],
    ['an input without a kind', 'submit', ['a', null]],
    ['an input with more than it has', 'submit', ['a', { kind: 'ship', orderId: '1', by: 'carrier' }]],
    ['an input with a prototype of its own', 'submit', ['a', withProto({ orderId: '1' })]],
    ['an input that is no text', 'submit', ['a', { kind: 'writeMail', from: {}, subject: 's', text: 't' }]],
    ['a text without end', 'submit', ['a', { kind: 'answerMail', mailId: 'm', text: 'x'.repeat(200_001), claims: [] }]],
    ['a list without end', 'submit', ['a', { kind: 'placeOrder', orderId: '1', customerId: 'c', items: Array(101) }]],
    ['a nest', 'submit', ['a', nested(5000)]],
    ['too many parts', 'submit', ['a', Array(caps.message.values).fill(0)]],
    ['a mail that is no bytes', 'takeMail', ['a', 'From: me']],
    ['no agent', 'pause', ['world']],
    ['a speed that is none', 'play', [Number.NaN]],
    ['a speed backwards', 'play', [-1]],
    ['too much', 'hold', [1]],
    ['too little', 'reset', []],
  ])('[WLD2] %s is refused in words before anything is done', (_what, name, args) => {
    expect(() => readAct(name, args)).toThrow(expect.objectContaining({ name: 'InvalidInput' }) as Error);
  });

  test('[WLD2] every act has its shape, and no shape takes anything', () => {
    for (const name of Object.keys(actShapes)) expect(() => readAct(name, [{}, {}, {}, {}])).toThrow(/takes something/);
  });
});

describe('what tabs say', () => {
  const ask = { kind: 'ask', id: '1', act: 'ship', args: [] };

  test('[WLD3] what a tab says is heard, and no more of it than a tab says', () => {
    expect(readTabMessage(ask)).toEqual(ask);
    expect(readTabMessage({ kind: 'beat', world: null, status: null })).not.toBeNull();
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a kind of its own', { ...ask, kind: 'lead' }],
    ['more than is said', { ...ask, epoch: 7 }],
    ['an id without end', { ...ask, id: 'x'.repeat(81) }],
    ['too many arguments', { ...ask, args: [1, 2, 3, 4, 5] }],
    ['a nest', { ...ask, args: [nested(5000)] }],
    ['a prototype', withProto(ask)],
    ['a prototype inside', { ...ask, args: [withProto({ a: 1 })] }],
    ['a beat with an agent nobody knows', { kind: 'beat', world: 'w', status: { agents: [{ name: 'mallory' }] } }],
  ])('[WLD3] %s is not heard', (_what, said) => {
    expect(readTabMessage(said)).toBeNull();
  });
});
