import { describe, expect, it } from 'vitest';
import type { OrderId, WorldEvent } from '../contracts';
import { orderState } from './orderState/orderState';
import { cancelled, confirmed, delivered, paid, placed, shipped } from './orderState/chapters.suite';
import { possibleActs } from './possibleActs';
import { servicesFold } from './servicesFold';
import { event } from './testing/event.suite';

const id = '1042' as OrderId;
const now = { position: 100, at: 0 };
const after = (history: readonly WorldEvent[]) => history.reduce(servicesFold.evolve, servicesFold.open());
const acts = (history: readonly WorldEvent[]) => possibleActs(after(history), id, now);
const possible = (history: readonly WorldEvent[]) =>
  acts(history)
    .filter((one) => one.possible)
    .map(({ act }) => act);

describe('what can be done with an order', () => {
  it('[ORD18] what is possible follows the order through its life', () => {
    expect(possible(confirmed)).toEqual(['pay', 'cancel', 'address']);
    expect(possible(paid)).toEqual(['ship', 'cancel', 'address']);
    expect(possible([...paid, event('PaymentMethodAdded')])).toEqual(['ship', 'cancel', 'address', 'method']);
    expect(possible(shipped)).toEqual(['deliver', 'refund']);
    expect(possible(delivered)).toContain('return');
    expect(possible(cancelled)).toEqual([]);
  });

  it('[ORD18] what is not possible says why, in the words of the service', () => {
    const ship = acts(confirmed).find(({ act }) => act === 'ship');
    const said = orderState.decide.ShipmentReported?.(
      confirmed.reduce(orderState.evolve, orderState.open()),
      event('ShipmentReported'),
    );
    expect(ship?.refused).toEqual(said);
    expect(acts(cancelled).every(({ refused }) => refused !== null && refused.because.length > 0)).toBe(true);
  });

  it('[ORD18] an option is ready to be proposed and says what it would make true and move', () => {
    const cancel = acts(paid).find(({ act }) => act === 'cancel');
    expect(cancel?.options[0]?.wish.data).toMatchObject({ orderId: id, customerId: 'c-7' });
    expect(cancel?.options[0]?.moves).toMatchObject([{ kind: 'refund', cents: 2900 }]);
    expect(cancel?.options[0]?.says.join()).toContain('1042');
  });

  it('[ORD18] looking changes nothing the services know', () => {
    const states = after(delivered);
    const before = structuredClone(states);
    possibleActs(states, id, now);
    expect(states).toEqual(before);
  });

  it('[ORD18] of an order that is not there, nothing is possible', () => {
    expect(possibleActs(after(placed), 'nobody' as OrderId, now)).toEqual([]);
  });
});
