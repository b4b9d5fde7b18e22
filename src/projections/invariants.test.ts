import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../contracts';
import { foldInvariants, invariants, lights, openInvariants } from './invariants';
import { moneyForgeries } from './invariants/moneyForgeries.suite';
import { anyAct } from './told/anyAct';
import { randomShop, type Attempt } from './told/randomShop';
import { ref } from './told/shop';
import { tellHistory, type History } from './told/tellHistory';

const sku = 'MUG-1';
const order = { orderId: '1042', customerId: 'c-7' };
const line = { sku, qty: 2 };
const refund = { ...order, sku, qty: 1, cents: 1450 };
const lightsOf = (events: readonly WorldEvent[]) => lights(events.reduce(foldInvariants, openInvariants()));

function receive({ tell }: History, qty: number, said: { onHand: number; reserved: number }) {
  const answers = tell('StockReceiptReported', { sku, qty, reorderId: null });
  const level = { ...said, returned: 0, available: said.onHand - said.reserved };
  tell('InventoryUpdated', { sku, because: 'received', qty, ...level, orderId: null }, { answers });
}

/** Five in stock; two of them ordered, paid, reserved and confirmed. */
function sold(history: History) {
  receive(history, 5, { onHand: 5, reserved: 0 });
  const { tell } = history;
  const cause = tell('OrderPlaced', { ...order, items: [{ ...line, unitCents: 1450 }] });
  tell('PaymentRecorded', { ...order, cents: 2900, paidCents: 2900 });
  const reserved = tell('StockReserved', { orderId: '1042', items: [{ ...line, available: 3 }] }, { cause });
  tell('OrderConfirmed', order, { cause: reserved });
  return history;
}

/** The same, sent: three are left. */
function sent(history: History) {
  const { tell } = sold(history);
  const cause = tell('OrderShipped', { ...order, items: [line] });
  const level = { onHand: 3, reserved: 0, returned: 0, available: 3 };
  tell('InventoryUpdated', { ...line, because: 'shipped', ...level, orderId: '1042' }, { cause });
  return history;
}

function reply({ tell }: History, claim: object) {
  const mail = { mailId: 'm-1', customerId: 'c-7', text: ref(1) };
  const answers = tell('ReplyDrafted', { ...mail, claims: [claim as never] });
  tell('ReplySent', mail, { answers });
}

const level = { onHand: 3, reserved: 0, returned: 1, available: 3, orderId: '1042' };
const promotion = { promotionId: 'pr-1', sku, saleId: 's-1', text: 'Cheap' };
const post = { postId: 'p-1', sku, occasion: 'sale', text: 'Buy' } as const;

type Forge = (history: History) => void;

/** For each promise, histories that break it and no other before it, and a part of what its light then says. */
const forgeries: readonly (readonly [id: string, what: string, says: RegExp, forge: Forge])[] = [
  ...moneyForgeries,
  ['INV1', 'goods appear', /should have 5 on hand .* says 6/, (h) => receive(h, 5, { onHand: 6, reserved: 0 })],
  [
    'INV1',
    'more is shipped than there is',
    /-2 on hand/,
    ({ tell }) => tell('InventoryUpdated', { ...line, because: 'shipped', ...level, onHand: 0 }),
  ],
  [
    'INV2',
    'available is not on hand minus reserved',
    /should have 3 available .* says 4/,
    (h) => {
      receive(h, 5, { onHand: 5, reserved: 0 });
      h.tell('StockReserved', { orderId: '1042', items: [{ ...line, available: 4 }] });
    },
  ],
  [
    'INV2',
    'more is reserved than is on hand',
    /6 reserved of 5/,
    (h) => {
      receive(h, 5, { onHand: 5, reserved: 0 });
      h.tell('StockReserved', { orderId: '1042', items: [{ sku, qty: 6, available: 0 }] });
    },
  ],
  [
    'INV2',
    'what was never reserved is released',
    /-2 reserved/,
    ({ tell }) => tell('StockReleased', { orderId: '1042', items: [{ ...line, available: 2 }] }),
  ],
  [
    'INV2',
    'a reservation is forgotten',
    /should have 0 reserved.* says 1/,
    (h) => receive(h, 5, { onHand: 5, reserved: 1 }),
  ],
  [
    'INV3',
    'goods come in that nobody reported',
    /nobody reported the 2/,
    ({ tell }) => tell('InventoryUpdated', { ...line, because: 'received', ...level, orderId: null }),
  ],
  [
    'INV3',
    'one parcel leaves the shelf twice',
    /only 0 were sent/,
    (h) => {
      sent(h);
      h.tell('InventoryUpdated', { ...line, because: 'shipped', ...level });
    },
  ],
  [
    'INV3',
    'a unit comes back that was never refunded',
    /only 0 were refunded and not back/,
    (h) => {
      sent(h);
      const answers = h.tell('ReturnReceived', { orderId: '1042', ...line });
      h.tell('InventoryUpdated', { ...line, because: 'returned', ...level }, { answers });
    },
  ],
  [
    'INV3',
    'one refund is announced to the stock twice',
    /only 0 were refunded or exchanged/,
    (h) => {
      sent(h);
      h.tell('RefundProcessed', { ...refund, refundedCents: 1450 });
      for (let n = 0; n < 2; n++) h.tell('InventoryUpdated', { sku, qty: 1, because: 'refunded', ...level });
    },
  ],
  [
    'INV4',
    'more money goes back than came in',
    /€40.00 back, and only €29.00/,
    (h) => {
      sent(h);
      h.tell('RefundProcessed', { ...refund, cents: 4000, refundedCents: 4000 });
    },
  ],
  [
    'INV4',
    'a cancellation pays back what was never paid',
    /€29.01 back/,
    (h) => {
      sold(h);
      h.tell('OrderCancelled', { ...order, paidBackCents: 2901 });
    },
  ],
  [
    'INV4',
    'a running total is wrong',
    /€29.00 were paid so far.* €58.00/,
    ({ tell }) => tell('PaymentRecorded', { ...order, cents: 2900, paidCents: 5800 }),
  ],
  [
    'INV5',
    'a unit is refunded a second time',
    /1 × MUG-1 .* only 0/,
    (h) => {
      sent(h);
      for (const refundedCents of [10, 20, 30]) h.tell('RefundProcessed', { ...refund, cents: 10, refundedCents });
    },
  ],
  ['INV6', 'a post goes out for what never came in', /none is available/, ({ tell }) => tell('PostPublished', post)],
  [
    'INV6',
    'a promotion starts for what has just sold out',
    /none is available/,
    (h) => {
      receive(h, 2, { onHand: 2, reserved: 0 });
      h.tell('StockReserved', { orderId: '1042', items: [{ ...line, available: 0 }] });
      h.tell('PromotionStarted', promotion);
    },
  ],
  [
    'INV6',
    'a promotion resumes for what is sold out',
    /none is available/,
    ({ tell }) => tell('PromotionResumed', { promotionId: 'pr-1', sku, reason: 'hope' }),
  ],
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
  [
    'INV11',
    'a reply promises a refund that never was',
    /claims what is not so: 1 × MUG-1/,
    (h) => reply(sent(h), { says: 'refunded', orderId: '1042', sku, qty: 1, cents: 1450 }),
  ],
  [
    'INV11',
    'a reply tells of a cancellation that never was',
    /order 1042 cancelled/,
    (h) => reply(sold(h), { says: 'cancelled', orderId: '1042' }),
  ],
  [
    'INV11',
    'a reply is behind the times',
    /order 1042 confirmed/,
    (h) => reply(sent(h), { says: 'order-status', orderId: '1042', status: 'confirmed' }),
  ],
  [
    'INV11',
    'a reply praises what is sold out',
    /BAG-2 available/,
    (h) => reply(h, { says: 'available', sku: 'BAG-2', available: true }),
  ],
  [
    'INV11',
    'a reply tells of somebody else’s order',
    /order 2000 placed/,
    (h) => {
      h.tell('OrderPlaced', { orderId: '2000', customerId: 'c-8', items: [{ ...line, unitCents: 1 }] });
      reply(h, { says: 'order-status', orderId: '2000', status: 'placed' });
    },
  ],
  [
    'INV11',
    'another text goes out than was drafted',
    /not the one that was drafted/,
    ({ tell }) => {
      const mail = { mailId: 'm-1', customerId: 'c-7' };
      const answers = tell('ReplyDrafted', { ...mail, text: ref(1), claims: [] });
      tell('ReplySent', { ...mail, text: ref(2) }, { answers });
    },
  ],
  ['INV12', 'an order is confirmed on nothing', /nothing is reserved/, ({ tell }) => tell('OrderConfirmed', order)],
  [
    'INV12',
    'an order is confirmed when its goods are released again',
    /nothing is reserved/,
    (h) => {
      sold(h);
      h.tell('StockReleased', { orderId: '1042', items: [{ ...line, available: 5 }] });
      h.tell('OrderConfirmed', order);
    },
  ],
  [
    'INV12',
    'an order is confirmed on a part of it',
    /2 × MUG-1 are not reserved/,
    ({ tell }) => {
      tell('OrderPlaced', { ...order, items: [{ ...line, unitCents: 1 }] });
      tell('StockReserved', { orderId: '1042', items: [{ sku, qty: 1, available: 0 }] });
      tell('OrderConfirmed', order);
    },
  ],
  [
    'INV12',
    'an order is confirmed after what a change holds for it was released',
    /2 × MUG-1 are not reserved/,
    (h) => {
      const { tell } = h;
      tell('OrderPlaced', { ...order, items: [{ sku: 'CUP-1', qty: 2, unitCents: 1 }] });
      tell('StockReserved', { orderId: '1042', items: [{ sku: 'CUP-1', qty: 2, available: 0 }] });
      tell('StockReserved', { orderId: '1042', change: 'e-1', items: [{ ...line, available: 0 }] });
      const changes = [{ sku: 'CUP-1', qty: 2, newSku: sku, oldUnitCents: 1, unitCents: 1 }];
      tell('ItemsChanged', { ...order, change: 'e-1', changes, totalCents: 2, difference: null });
      tell('StockReleased', { orderId: '1042', change: 'e-1', items: [{ ...line, available: 2 }] });
      tell('OrderConfirmed', order);
    },
  ],
  [
    'INV13',
    'goods are set aside twice',
    /a second time/,
    (h) => {
      sold(h);
      h.tell('StockReserved', { orderId: '1042', items: [{ ...line, available: 1 }] });
    },
  ],
  [
    'INV13',
    'more is set aside than was ordered',
    /3 × MUG-1 .* wants 2/,
    ({ tell }) => {
      tell('OrderPlaced', { ...order, items: [{ ...line, unitCents: 1 }] });
      tell('StockReserved', { orderId: '1042', items: [{ sku, qty: 3, available: 0 }] });
    },
  ],
];

test.each(forgeries)('[%s] is broken when %s', (id, _what, says, forge) => {
  const history = tellHistory();
  forge(history);
  const light = lightsOf(history.events).find((one) => one.id === id);
  expect(light).toMatchObject({ id, ok: false });
  expect(light?.because).toMatch(says);
  expect(light?.because).toMatch(/\(\w+ at position \d+\)$/);
});

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
