import { describe, expect, it } from 'vitest';
import type { WorldEvent } from '../../contracts';
import { tell, type Known } from './tell';

const known: Known = {
  names: { 'c-1': 'Ana', 'c-12': 'Bo' },
  positionOf: (id) => (id === 'mailroom-7' ? 7 : undefined),
};
const event = (type: string, data: object, tags: readonly string[]) => ({ type, data, tags }) as unknown as WorldEvent;

describe('an event in words', () => {
  it('[UI2] a customer is called by name, and never by somebody else’s', () => {
    const items = [{ sku: 'MUG-1', qty: 2 }];
    const ordered = event('OrderSubmitted', { orderId: '1', customerId: 'c-12', items }, [
      'order:1',
      'customer:c-12',
      'customer:c-1',
    ]);
    expect(tell(ordered, known)).toBe('Bo wants 2 × MUG-1');
  });

  it('[UI2] a name with signs in it is only words', () => {
    const asked = event('CustomerQuery', { mailId: 'm-1', customerId: 'c-1' }, ['customer:c-1']);
    expect(tell(asked, { ...known, names: { 'c-1': '$& <b>c-1</b>' } })).toBe(
      '$& <b>c-1</b> asks something in mail m-1',
    );
  });

  it('[UI2] an earlier event is called by its position, or by its id when that is not known', () => {
    expect(tell(event('AgentCrashed', { agent: 'support', trigger: 'mailroom-7', times: 1 }, []), known)).toBe(
      'Support crashed while looking at 7',
    );
    expect(tell(event('AgentCrashed', { agent: 'support', trigger: 'mailroom-8', times: 1 }, []), known)).toContain(
      'mailroom-8',
    );
  });
});
