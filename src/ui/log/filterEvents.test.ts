import { describe, expect, it } from 'vitest';
import { contractOf, sayEvent, type Actor, type EventType, type WorldEvent } from '../../contracts';
import { everything, filterEvents, readFilter, writeFilter } from './filterEvents';

function event(position: number, type: EventType, by: Actor, external = false): WorldEvent {
  const contract = contractOf(type);
  const { kind, topic, example } = contract;
  const id = `${by}-${position}`;
  return {
    position,
    id,
    type,
    kind,
    topic,
    by,
    external,
    data: example,
    tags: contract.tags(example),
    correlationId: id,
  } as unknown as WorldEvent;
}

const events = [
  event(1, 'MailReceived', 'customer', true),
  event(2, 'CustomerQuery', 'mailroom'),
  event(3, 'AgentDecided', 'support'),
  event(4, 'RefundRequested', 'support'),
  event(5, 'RefundRejected', 'order-state'),
];
const positions = (filter: Partial<typeof everything>) =>
  filterEvents(events, { ...everything, ...filter }, sayEvent).map((one) => one.position);

describe('the filter of the log', () => {
  it('[UI4] an empty filter keeps all, in order', () => {
    expect(positions({})).toEqual([1, 2, 3, 4, 5]);
  });

  it('[UI4] every shape is told from every other', () => {
    expect(positions({ shape: 'outside' })).toEqual([1]);
    expect(positions({ shape: 'fact' })).toEqual([2]);
    expect(positions({ shape: 'record' })).toEqual([3]);
    expect(positions({ shape: 'proposal' })).toEqual([4]);
    expect(positions({ shape: 'refusal' })).toEqual([5]);
  });

  it('[UI4] all parts of the filter must fit, and all words', () => {
    expect(positions({ actor: 'support', topic: 'order_events' })).toEqual([4]);
    expect(positions({ text: 'order:1042 REFUND' })).toEqual([4, 5]);
    expect(positions({ text: 'already refunded', shape: 'refusal' })).toEqual([5]);
    expect(positions({ text: 'nothing says this' })).toEqual([]);
  });

  it('[UI4] a message, what it is about and a story are told from every other', () => {
    expect(positions({ type: 'RefundRequested' })).toEqual([4]);
    const [about = ''] = events[4]?.tags ?? [];
    expect(about).not.toBe('');
    expect(positions({ tag: about })).toContain(5);
    expect(positions({ story: 'customer-1' })).toEqual([1]);
    expect(positions({ story: 'nobody-1' })).toEqual([]);
  });

  it('[UI8] what an address or a hand says is read as written, and words stay words', () => {
    const filter = readFilter(
      'by:support kind:proposal tag:order:o-1042 type:RefundRequested story:input-1 broken mug',
    );
    expect(filter).toEqual({
      ...everything,
      actor: 'support',
      shape: 'proposal',
      tag: 'order:o-1042',
      type: 'RefundRequested',
      story: 'input-1',
      text: 'broken mug',
    });
    expect(readFilter(writeFilter(filter))).toEqual(filter);
    expect(readFilter('by:nobody constructor:x')).toEqual({ ...everything, text: 'by:nobody constructor:x' });
    expect(writeFilter(everything)).toBeNull();
    expect(readFilter(null)).toEqual(everything);
  });
});
