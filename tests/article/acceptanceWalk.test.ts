import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../../src/contracts';
import { verify } from '../../src/log';
import { equalWorldForm, foldAll, lights } from '../../src/projections';
import { walk } from './acceptanceWalk';
import { shopInOneThread, type ShopOptions } from './shopInOneThread';

async function walked(options: ShopOptions = {}) {
  const shop = await shopInOneThread(options);
  await walk(shop);
  const events = await shop.events();
  shop.close();
  return { shop, events };
}

const typesOf = (events: readonly WorldEvent[]) => events.map((event) => event.type);

describe('the acceptance walk', () => {
  test('[WALK1] mail → query → refund → stock → true reply → return → promotion, each naming its cause', async () => {
    const { shop, events } = await walked();
    const byId = new Map(events.map((event) => [event.id, event]));
    const chainOf = (event: WorldEvent | undefined): string[] => {
      const chain: string[] = [];
      for (let at = event; at; at = at.causationId ? byId.get(at.causationId) : undefined) chain.unshift(at.type);
      return chain;
    };
    const last = (type: string, where: (event: WorldEvent) => boolean = () => true) =>
      events.findLast((event) => event.type === type && where(event));
    const mail = last('MailReceived');
    const story = events.filter((event) => event.correlationId === mail?.correlationId);

    expect(chainOf(story.find((event) => event.type === 'RefundProcessed'))).toEqual([
      'MailReceived',
      'CustomerQuery',
      'AgentDecided',
      'RefundRequested',
      'RefundProcessed',
    ]);
    expect(chainOf(story.find((event) => event.type === 'ReplySent'))).toEqual([
      'MailReceived',
      'CustomerQuery',
      'AgentDecided',
      'RefundRequested',
      'RefundProcessed',
      'AgentDecided',
      'ReplyDrafted',
      'ReplySent',
    ]);
    expect(chainOf(story.find((event) => event.type === 'InventoryUpdated'))).toEqual([
      'MailReceived',
      'CustomerQuery',
      'AgentDecided',
      'RefundRequested',
      'RefundProcessed',
      'InventoryUpdated',
    ]);
    expect(chainOf(last('PromotionPaused')).slice(-5)).toEqual([
      'LowStockReported',
      'LowStockAlert',
      'AgentDecided',
      'PromotionPauseRequested',
      'PromotionPaused',
    ]);
    expect(chainOf(last('PromotionResumed')).slice(-4)).toEqual([
      'InventoryUpdated',
      'AgentDecided',
      'PromotionResumeRequested',
      'PromotionResumed',
    ]);
    const order = shop.world.views.orders.get('1276' as never);
    expect(order?.lines.find((line) => line.sku === 'MUG-1')).toMatchObject({ refundedQty: 1, returnedQty: 1 });
    expect(typesOf(story).filter((type) => type === 'ReplySent')).toHaveLength(1);
  });

  test('[WALK2] afterwards the log is intact, every invariant holds, every proposal is answered, rebuilt views are the same', async () => {
    const { shop, events } = await walked();
    expect(await verify(shop.world.log)).toMatchObject({ intact: true, events: events.length });
    expect(lights(shop.world.invariants).filter((light) => !light.ok)).toEqual([]);
    expect(shop.world.views.proposals.waiting.size).toBe(0);
    expect(equalWorldForm(foldAll(events))).toEqual(equalWorldForm(shop.world.views));
  });

  test('[WALK3] walked twice, the history is the same to the byte', async () => {
    const [first, second] = [await walked(), await walked()];
    expect(second.shop.world.log.world().headHash).toBe(first.shop.world.log.world().headHash);
  });
});
