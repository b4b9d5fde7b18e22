import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../contracts';
import { foldInvariants, invariants, lights, openInvariants } from './invariants';
import { approvalForgeries } from './invariants/forgeries/approvalForgeries.suite';
import { line, receive, refund, reply, sent, sku } from './invariants/forgeries/forgedShop.suite';
import { goodsForgeries } from './invariants/forgeries/goodsForgeries.suite';
import { moneyForgeries } from './invariants/forgeries/moneyForgeries.suite';
import { recordForgeries } from './invariants/forgeries/recordForgeries.suite';
import { reservationForgeries } from './invariants/forgeries/reservationForgeries.suite';
import { unitForgeries } from './invariants/forgeries/unitForgeries.suite';
import { wordsForgeries } from './invariants/forgeries/wordsForgeries.suite';
import { anyAct } from './told/anyAct';
import { randomShop, type Attempt } from './told/randomShop';
import { tellHistory } from './told/tellHistory';

const lightsOf = (events: readonly WorldEvent[]) => lights(events.reduce(foldInvariants, openInvariants()));

/** For each promise, histories that break it, and a part of what its light then says. */
const forgeries = [
  ...goodsForgeries,
  ...moneyForgeries,
  ...unitForgeries,
  ...approvalForgeries,
  ...wordsForgeries,
  ...recordForgeries,
  ...reservationForgeries,
];

test.each(forgeries)('[%s] is broken when %s', (id, _what, says, forge) => {
  const history = tellHistory();
  forge(history);
  const light = lightsOf(history.events).find((one) => one.id === id);
  expect(light).toMatchObject({ id, ok: false });
  expect(light?.because).toMatch(says);
  expect(light?.because).toMatch(/\(\w+ at position \d+\)$/);
});

test.each(unitForgeries)(
  '[INV17] sees what the other promises about money let through: %s, %s',
  (_id, _what, _says, forge) => {
    const history = tellHistory();
    forge(history);
    const broken = lightsOf(history.events).filter((light) => !light.ok);
    expect(broken.map(({ id }) => id)).toEqual(['INV17']);
  },
);

test.each(invariants.map(({ id, says }) => [id, says] as const))('[%s] can be broken: %s', (id, says) => {
  expect(forgeries.some(([forged]) => forged === id)).toBe(true);
  expect(says).toMatch(/^[A-Z].*\.$/);
});

describe('a shop that keeps its promises', () => {
  test('[INV0] has every light on, whatever is tried in it', () => {
    const attempt = fc.record<Attempt>({
      act: anyAct,
      a: fc.nat(5),
      b: fc.nat(30),
      qty: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 120, size: 'max' }), (attempts) => {
        expect(lightsOf(randomShop(attempts)).filter((light) => !light.ok)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('[INV0] true replies go out, for each kind of claim', () => {
    const history = sent(tellHistory());
    history.tell('RefundProcessed', { ...refund, refundedCents: 1450 });
    reply(history, { says: 'refunded', orderId: '1042', sku, qty: 1, cents: 1450 });
    reply(history, { says: 'order-status', orderId: '1042', status: 'shipped' });
    reply(history, { says: 'available', sku, available: true });
    reply(history, { says: 'available', sku: 'BAG-2', available: false });
    history.tell('OrderPlaced', { orderId: '1043', customerId: 'c-7', items: [{ ...line, unitCents: 1 }] });
    history.tell('OrderCancelled', { orderId: '1043', customerId: 'c-7', paidBackCents: 0 });
    reply(history, { says: 'cancelled', orderId: '1043' });
    expect(lightsOf(history.events).filter((light) => !light.ok)).toEqual([]);
  });

  test('[INV0] the first violation stays, also when what follows is worse, and survives a snapshot', () => {
    const history = tellHistory();
    receive(history, 5, { onHand: 6, reserved: 0 });
    const states = structuredClone(history.events.reduce(foldInvariants, openInvariants()));
    receive(history, 5, { onHand: 99, reserved: 0 });
    for (const event of history.events.slice(2)) foldInvariants(states, event);
    expect(lights(states)[0]?.because).toMatch(/says 6 \(InventoryUpdated at position 2\)/);
  });
});

test('[INV0] the ids are INV1, INV2 … in the order of the registry', () => {
  expect(invariants.map(({ id }) => id)).toEqual(invariants.map((_, index) => `INV${index + 1}`));
});
