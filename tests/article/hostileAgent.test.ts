import { describe, expect, test } from 'vitest';
import type { AgentDesk, TurnEnd } from '../../src/agents';
import type { EventId, Ref } from '../../src/contracts';
import { verify } from '../../src/log';
import { atTheSupportDesk, until } from './supportDesk';

/** A shop in which nobody sits at the support desk but us, with a mail of Aylin Demir (c-1, order 1275) waiting. */
const takenOver = () =>
  atTheSupportDesk({
    from: 'Aylin Demir <aylin.demir@example.org>',
    subject: 'Hello',
    text: 'Where is my order?',
  });

const end = (turn: string, proposals: unknown[], over: object = {}) =>
  ({
    turn,
    engine: 'e',
    model: 'm',
    seed: 0,
    documents: [],
    transcript: '{}',
    summary: 'I am in charge now',
    proposals,
    ...over,
  }) as TurnEnd;

const refund = { orderId: '1275', sku: 'MUG-1', qty: 1, cents: 1450, reason: 'damaged' };

describe('an agent that was taken over', () => {
  test.each<[string, object]>([
    ['a fact', { type: 'RefundProcessed', data: { ...refund, customerId: 'c-1', refundedCents: 1450 } }],
    ['a record', { type: 'AgentPaused', data: { agent: 'marketing' } }],
    ['a report from outside', { type: 'StockReceiptReported', data: { sku: 'MUG-1', qty: 100, reorderId: null } }],
    ['a proposal of another agent', { type: 'LowStockReported', data: { sku: 'MUG-1', available: 0 } }],
    ['a proposal for another customer', { type: 'RefundRequested', data: { ...refund, customerId: 'c-2' } }],
    ['a message nobody declared', { type: 'GiveMeAll', data: {} }],
    [
      'a signature of its own choice',
      { type: 'RefundRequested', by: 'shopkeeper', data: { ...refund, customerId: 'c-1' } },
    ],
    [
      'a prototype',
      { type: 'RefundRequested', data: JSON.parse('{"__proto__":{"customerId":"c-1"},"orderId":"1275"}') as object },
    ],
  ])('[DESK1] %s does not get through its port, and nothing of the turn is written', async (_what, proposal) => {
    const { shop, desk, turn } = await takenOver();
    const before = shop.world.log.world().head;
    await expect(desk.settle(end(turn, [proposal]))).rejects.toThrow();
    expect(shop.world.log.world().head).toBe(before);
    expect(await verify(shop.world.log)).toMatchObject({ intact: true });
    shop.close();
  });

  test('[DESK2] it sees no order and no letter of another customer, whatever it asks for', async () => {
    const { shop, desk, turn } = await takenOver();
    expect((await desk.ask(turn, 'lookupOrder', { orderId: '1275' })).result).toMatchObject({ customerId: 'c-1' });
    expect((await desk.ask(turn, 'lookupOrder', { orderId: '1276' })).result).toBeNull();
    const mine = (await desk.ask(turn, 'customerOrders', { customerId: 'c-2' })).result as { customerId: string }[];
    expect(new Set(mine.map((order) => order.customerId))).toEqual(new Set(['c-1']));
    const profiles = (await shop.events()).flatMap((event) =>
      event.type === 'CustomerRegistered' ? [event.data] : [],
    );
    const other = profiles.find((one) => one.customerId === 'c-2');
    expect(await desk.reveal(turn, other?.profile as Ref)).toBeNull();
    await expect(desk.ask(turn, 'everything', {})).rejects.toThrow(/no tool/);
    shop.close();
  });

  test.each<[string, (desk: AgentDesk, turn: string) => Promise<unknown>]>([
    ['no position', (desk) => desk.events(Number.NaN, 10)],
    ['half a position', (desk) => desk.skip(1.5)],
    ['a place behind every end', (desk) => desk.skip(Number.NaN)],
    ['a trigger that is no id', (desk) => desk.begin({} as EventId)],
    ['a step that nobody takes', (desk) => desk.at('__proto__' as never)],
    ['a failure by a rule of its own', (desk, turn) => desk.fail(turn, 'won' as never, 'I win', null)],
    ['a failure without words', (desk, turn) => desk.fail(turn, 'threw', {} as string, null)],
    ['a ref that is none', (desk, turn) => desk.reveal(turn, ['x'] as unknown as Ref)],
  ])('[DESK1] %s is refused, and nothing is written', async (_what, use) => {
    const { shop, desk, turn } = await takenOver();
    const before = shop.world.log.world().head;
    await expect(use(desk, turn)).rejects.toThrow();
    expect(shop.world.log.world().head).toBe(before);
    shop.close();
  });

  test('[DESK3] a refund its customer is not due is recorded as asked and refused, and no money moves', async () => {
    const { shop, desk, turn } = await takenOver();
    const greedy = { ...refund, cents: 9_999, customerId: 'c-1' };
    const others = { ...refund, orderId: '1276', customerId: 'c-1' };
    await desk.settle(
      end(
        turn,
        [greedy, others].map((data) => ({ type: 'RefundRequested', data })),
      ),
    );
    await until(shop, (event) => event.type === 'RefundRejected', 2);
    const refusals = (await shop.events()).flatMap((event) =>
      event.type === 'RefundRejected' ? [event.data.rule] : [],
    );
    expect(refusals).toEqual(['too-much', 'unknown-order']);
    expect(shop.world.views.orders.get('1276' as never)).toMatchObject({ paidBackCents: 0 });
    shop.close();
  });

  test('[DESK4] a turn settles once, an old turn not at all, and a flood is cut off at the port', async () => {
    const { shop, desk, turn, trigger } = await takenOver();
    const again = await desk.begin(trigger);
    await expect(desk.settle(end(turn, []))).rejects.toMatchObject({ name: 'ConditionFailed' });
    const flood = Array.from({ length: 51 }, () => ({ type: 'RefundRequested', data: {} }));
    await expect(desk.settle(end(again.turn, flood))).rejects.toThrow();
    await expect(desk.settle(end(again.turn, [], { transcript: 'x'.repeat(1_000_001) }))).rejects.toThrow();
    await desk.settle(end(again.turn, []));
    await expect(desk.settle(end(again.turn, []))).rejects.toMatchObject({ name: 'ConditionFailed' });
    expect((await desk.begin(trigger)).parked).toBe(true);
    shop.close();
  });
});
