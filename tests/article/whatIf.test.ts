import { describe, expect, test } from 'vitest';
import { deciders, forkHere, historyDoor } from '../../src/app/world';
import { contractOf, type EventOf, type EventType, type WorldEvent } from '../../src/contracts';
import { replay } from '../../src/history';
import { agentScripts } from '../../src/agents';
import { scriptedEngine, type Engine } from '../../src/llm';
import { openLog, verify, type Log } from '../../src/log';
import { lights } from '../../src/projections';
import { walk } from './acceptanceWalk';
import { shopInOneThread, type TestShop } from './shopInOneThread';

/** The shop after the acceptance walk, where the shopkeeper also set a rule and decided something, and nobody at work in it any more. */
const walked = (async () => {
  const shop = await shopInOneThread();
  const say = async (id: string, type: EventType, data: object) => {
    const draft = { id, type, data, by: 'shopkeeper', external: true, causationId: null, correlationId: id };
    await shop.world.log.append({ drafts: [draft], at: shop.world.clock.now() });
    await shop.settled();
  };
  await say('page-rule', 'PolicyChangeRequested', { policy: { name: 'refund-above', cents: 80_000 } });
  await say('page-policy', 'PolicyChangeRequested', { policy: { name: 'refund-above', cents: 90_000 } });
  await walk(shop);
  await say('page-approval', 'ApprovalDecided', contractOf('ApprovalDecided').example as object);
  const events = await shop.events();
  shop.close();
  return { store: shop.store, events };
})();

async function whatIf(id: string, event: WorldEvent | undefined, data: object, texts: Record<string, string> = {}) {
  const { store } = await walked;
  const change = event && { event: event.id, data: { ...data }, texts };
  const wish = { id, name: id, position: event?.position ?? 0, change: change ?? null, again: true };
  await forkHere(await openLog(store, 'w'), wish, 100, () => 'salt');
  const shop = await shopInOneThread({ store, worldId: id });
  await shop.settled();
  return shop;
}

async function mustBeWhole(shop: TestShop) {
  expect(lights(shop.world.invariants).filter((light) => !light.ok)).toEqual([]);
  expect(await verify(shop.world.log)).toMatchObject({ intact: true });
  expect(await replay(shop.world.log, deciders())).toMatchObject({ exact: true });
}

const outside = (events: readonly WorldEvent[]) => events.filter((event) => event.external).map((event) => event.id);
const original = async (): Promise<Log> => openLog((await walked).store, 'w');

describe('a fork in which one thing is otherwise', () => {
  test('[FORK10] what came from outside comes again as it was and in its order, approvals never; the original is not touched', async () => {
    const { events } = await walked;
    const order = events.find((event): event is EventOf<'OrderSubmitted'> => event.type === 'OrderSubmitted');
    const items = order?.data.items.map((item) => ({ ...item, qty: item.qty + 1 })) ?? [];
    const shop = await whatIf('more', order, { ...order?.data, items });
    await mustBeWhole(shop);
    const now = await shop.events();
    expect(outside(now)).toEqual(outside(events).filter((id) => id !== 'page-approval'));
    expect(events.some((event) => event.type === 'ApprovalDecided')).toBe(true);
    expect(now.some((event) => event.type === 'ApprovalDecided')).toBe(false);
    expect(now.find((event) => event.id === order?.id)?.data).toMatchObject({ items });
    expect(await (await original()).read(0, Infinity)).toEqual(events);

    const comparison = await historyDoor(await original()).compare('more');
    expect(comparison.parting?.a?.id).toBe(order?.id);
    expect(comparison.parting?.b?.id).toBe(order?.id);
    expect(comparison.differences.some(({ about }) => about === 'orders')).toBe(true);
    shop.close();
  }, 30_000);

  test('[FORK11] a decision of an agent that is otherwise is answered as it now stands, and the agent does not decide it again', async () => {
    const { events } = await walked;
    const refund = events.find((event): event is EventOf<'RefundRequested'> => event.type === 'RefundRequested');
    const cents = Math.max(1, (refund?.data.cents ?? 0) - 100);
    const shop = await whatIf('cheaper', refund, { ...refund?.data, cents });
    await mustBeWhole(shop);
    const now = await shop.events();
    const answer = now.find((event) => event.answers === refund?.id);
    expect(answer).toMatchObject({ type: 'RefundProcessed', data: { cents } });
    const decided = now.filter((event) => event.id === refund?.causationId);
    expect(decided).toHaveLength(1);
    expect(
      now.filter((event) => event.type === 'AgentDecided' && event.causationId === decided[0]?.causationId),
    ).toHaveLength(1);
    // Asked again, as after a crash in between: it is there.
    await forkHere(
      await original(),
      {
        id: 'cheaper',
        name: 'x',
        position: 1,
        change: { event: refund!.id, data: { ...refund!.data, cents: 1 }, texts: {} },
      },
      1,
    );
    expect(await (await openLog(shop.store, 'cheaper')).read(0, Infinity)).toEqual(now);
    shop.close();
  }, 30_000);

  test('[FORK12] a letter can be otherwise; what is no proposal, or not of its shape, is refused and no fork is made', async () => {
    const { events, store } = await walked;
    const mail = events.findLast((event): event is EventOf<'MailReceived'> => event.type === 'MailReceived');
    const letter = JSON.parse((await (await original()).text(mail!.data.letter)) ?? '') as { text: string };
    const other = JSON.stringify({ ...letter, text: 'Thank you, all is well. Nothing to do.' });
    const shop = await whatIf('polite', mail, mail!.data, { letter: other });
    await mustBeWhole(shop);
    const now = await shop.events();
    expect(now.some((event) => event.type === 'RefundRequested' && event.correlationId === mail?.id)).toBe(false);
    expect(events.some((event) => event.type === 'RefundRequested' && event.correlationId === mail?.id)).toBe(true);
    shop.close();

    const fact = events.find((event) => event.type === 'OrderPlaced');
    await expect(whatIf('fact', fact, fact?.data ?? {})).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(whatIf('shape', mail, { ...mail?.data, mailId: 7 })).rejects.toMatchObject({ name: 'InvalidEvent' });
    const names = (await store.worlds()).map((row) => row.id);
    expect(names).not.toContain('fact');
    expect(names).not.toContain('shape');
  }, 30_000);

  test('[FORK14] with another rule of the house the same letter comes to another end, and the comparison says where', async () => {
    const { events } = await walked;
    const rule = events.findLast((event) => event.type === 'PolicyChangeRequested');
    const shop = await whatIf('strict', rule, { policy: { name: 'refund-above', cents: 1 } });
    await mustBeWhole(shop);
    const now = await shop.events();
    const answersTo = (all: readonly WorldEvent[]) => {
      const wish = all.find((event) => event.type === 'RefundRequested');
      return all.filter((event) => wish && event.answers === wish.id).map((event) => event.type);
    };
    expect(answersTo(events)).toEqual(['RefundProcessed']);
    expect(answersTo(now)).not.toContain('RefundProcessed');
    expect(now.map(({ type }) => type)).toContain('ApprovalAsked');
    const { differences, parting } = await historyDoor(await original()).compare('strict');
    expect(parting?.b?.data).toMatchObject({ policy: { cents: 1 } });
    expect(differences.filter(({ about }) => about === 'money')).not.toEqual([]);
    shop.close();
  }, 30_000);

  test('[FORK13] an agent of a fork is told other words or thinks with another engine from its first turn on; the original is not', async () => {
    const { store, events } = await walked;
    const mail = events.findLast((event) => event.type === 'MailReceived');
    const position = (mail?.position ?? 0) - 1;
    const told = { system: 'You answer letters. Be brief.' };
    const thinksWith = { engine: 'wllama', model: 'a-model' };
    const wish = {
      id: 'other-words',
      name: 'Other',
      position,
      agent: { agent: 'support', told, thinksWith },
      again: true,
    };
    await forkHere(await original(), wish as Parameters<typeof forkHere>[1], 100, () => 'salt');
    const asked: string[] = [];
    const scripted = scriptedEngine(agentScripts);
    const model: Engine = {
      ...scripted,
      id: 'wllama',
      model: 'a-model',
      generate(request, options) {
        asked.push(request.prompt.system);
        return scripted.generate(request, options);
      },
    };
    const shop = await shopInOneThread({ store, worldId: 'other-words', model });
    await shop.settled();
    await mustBeWhole(shop);
    const now = (await shop.events()).filter((event) => event.position > position);
    const changed = now.find((event) => event.type === 'PromptChanged');
    expect(changed?.data).toMatchObject({ agent: 'support', system: told.system, version: 1 });
    const decided = now.filter((event): event is EventOf<'AgentDecided'> => event.type === 'AgentDecided');
    const supports = decided.filter(({ data }) => data.agent === 'support');
    expect(supports.length).toBeGreaterThan(0);
    expect(supports.every(({ data }) => data.engine === 'wllama' && data.model === 'a-model')).toBe(true);
    expect(new Set(asked)).toEqual(new Set([told.system]));
    expect(decided.every(({ data }) => data.agent === 'support' || data.engine === 'scripted')).toBe(true);
    // Asked again, as after a crash in between: nothing is said twice. The original is as it was.
    await forkHere(await original(), wish as Parameters<typeof forkHere>[1], 100);
    expect((await shop.events()).filter((event) => event.position > position)).toHaveLength(now.length);
    expect(await (await original()).read(0, Infinity)).toEqual(events);
    shop.close();

    const same = { ...wish, id: 'same', agent: { agent: 'support', told: { system: null } } };
    await expect(forkHere(await original(), same as Parameters<typeof forkHere>[1], 1)).rejects.toMatchObject({
      name: 'InvalidInput',
      message: expect.stringContaining('is told just that already') as string,
    });
    expect((await store.worlds()).map(({ id }) => id)).not.toContain('same');
  }, 30_000);
});
