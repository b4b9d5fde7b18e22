import { describe, expect, test } from 'vitest';
import { lookBack } from '../../src/app/lookBack';
import { forkHere, historyDoor } from '../../src/app/world';
import { openLog, verify } from '../../src/log';
import { equalWorldForm, foldAll, lights } from '../../src/projections';
import { walk } from './acceptanceWalk';
import { openTheShop } from './openTheShop';
import { shopInOneThread, type TestShop } from './shopInOneThread';

/** The shop after the acceptance walk, and nobody at work in it any more. */
const walked = (async () => {
  const shop = await shopInOneThread();
  await walk(shop);
  const events = await shop.events();
  const form = equalWorldForm(foldAll(events));
  shop.close();
  return { store: shop.store, events, form };
})();

async function forkAt(position: number) {
  const { store } = await walked;
  const id = `fork-${position}`;
  await forkHere(await openLog(store, 'w'), { id, name: `What if at ${position}`, position }, 100 + position);
  const shop = await shopInOneThread({ store, worldId: id });
  await shop.settled();
  return shop;
}

async function mustBeWhole(shop: TestShop) {
  expect(lights(shop.world.invariants).filter((light) => !light.ok)).toEqual([]);
  expect(await verify(shop.world.log)).toMatchObject({ intact: true });
  expect(shop.world.views.proposals.waiting.size).toBe(0);
  const ids = (await shop.events()).map((event) => event.id);
  expect(new Set(ids).size).toBe(ids.length);
}

describe('a fork of a running shop', () => {
  test('[FORK8] from any position, services and agents go on where they were: nothing is lost or done twice, and the original is not touched', async () => {
    const { store, events } = await walked;
    // Every seventh position, and those around the story of the mail, where there is most in the air.
    const mail = events.find((event) => event.type === 'MailReceived')?.position ?? 0;
    const positions = events
      .map((event) => event.position)
      .filter((position) => position % 7 === 0 || Math.abs(position - mail) < 12);
    for (const position of positions) {
      const shop = await forkAt(position);
      await mustBeWhole(shop);
      const known = (await shop.events()).slice(0, position);
      expect(known).toEqual(events.slice(0, position));
      shop.close();
    }
    expect(await (await openLog(store, 'w')).read(0, Infinity)).toEqual(events);
  }, 60_000);

  test('[FORK9] what was in the air when it began comes to the same end as in the original', async () => {
    const { events } = await walked;
    const mail = events.findLast((event) => event.type === 'MailReceived');
    const shop = await forkAt(mail?.position ?? 0);
    const story = (list: typeof events) =>
      list.filter((event) => event.correlationId === mail?.id).map((event) => `${event.type} ${event.id}`);
    const [here, there] = [story(await shop.events()), story(events)];
    expect(there.slice(0, here.length)).toEqual(here);
    expect(here.some((line) => line.startsWith('RefundProcessed'))).toBe(true);
    expect(here.some((line) => line.startsWith('ReplySent'))).toBe(true);
    shop.close();
  });

  test('[CMP1] two worlds are held against each other: where they part, and how their shops differ', async () => {
    const { events } = await walked;
    const refund = events.find((event) => event.type === 'RefundProcessed');
    const shop = await shopInOneThread({ store: (await walked).store, worldId: 'w' });
    const history = historyDoor(shop.world.log);
    const half = Math.floor((refund?.position ?? 0) / 2);
    await forkHere(shop.world.log, { id: 'half', name: 'Half', position: half }, 500);
    const comparison = await history.compare('half');
    expect(comparison).toMatchObject({ a: { name: 'Test', head: events.length }, b: { name: 'Half' } });
    const fork = await openLog(shop.store, 'half');
    expect(comparison.shared).toBe(fork.world().forkAt);
    expect(comparison.parting?.a).toEqual(events[comparison.shared]);
    expect(comparison.parting?.b).toBeNull();
    const back = comparison.differences.find((one) => one.about === 'money' && one.field === 'paidBackCents');
    expect(back?.a).toBeGreaterThan(Number(back?.b));
    shop.close();
  });
});

describe('the past of a running shop', () => {
  test('[PAST3] as the page gets it: the world at a position, while the shop goes on', async () => {
    const shop = await shopInOneThread();
    await openTheShop(shop);
    const history = historyDoor(shop.world.log, () => lights(shop.world.invariants));
    const at = lookBack(async (position, held) => structuredClone(await history.at(position, held)));
    const events = await shop.events();
    const middle = Math.floor(events.length / 2);
    const past = await at(middle);
    expect(past).toMatchObject({ position: middle, at: events[middle - 1]?.at });
    expect(equalWorldForm(past.views)).toEqual(equalWorldForm(foldAll(events.slice(0, middle))));
    expect(past.tail.at(-1)?.position).toBe(middle);
    expect(past.invariants.every((light) => light.ok)).toBe(true);
    expect(await at(0)).toMatchObject({ position: 0, at: 0, tail: [] });
    const head = await at(1_000_000);
    expect(head).toMatchObject({ position: events.length, hash: shop.world.log.world().headHash });
    expect(equalWorldForm(head.views)).toEqual(equalWorldForm(foldAll(events)));
    // Where it was looked before, hardly a row is sent again.
    const again = await history.at(middle, null);
    const after = await history.at(middle, again);
    const rowsOf = ({ rows }: typeof again) => JSON.stringify(rows).length;
    expect(rowsOf(after)).toBeLessThan(rowsOf(again) / 4);
    shop.close();
  });

  test('[WHY4] behind each step stand the proposal, who let it through, and the turn of the agent that made it', async () => {
    const { store, events } = await walked;
    const history = historyDoor(await openLog(store, 'w'));
    const refund = events.find((event) => event.type === 'RefundProcessed');
    if (refund?.type !== 'RefundProcessed') throw new Error('Expected the walk to end in a refund, found none.');
    const why = await history.why('order', refund.data.orderId, 'paidBackCents', events.length);
    const step = why.steps.find((one) => one.event.id === refund.id);
    expect(why.value).toBe(refund.data.refundedCents);
    expect(step?.proposal).toMatchObject({ type: 'RefundRequested', by: 'support', id: refund.answers });
    expect(step?.passed).toMatchObject({ owner: 'order-state', refusal: 'RefundRejected' });
    expect(step?.passed?.basis).toBeLessThan(refund.position);
    expect(step?.decided).toMatchObject({ type: 'AgentDecided', by: 'support' });
    expect(
      foldAll(events.filter((event) => why.made.includes(event.position))).orders.get(refund.data.orderId),
    ).toMatchObject({
      paidBackCents: refund.data.refundedCents,
    });
    await expect(history.why('order', 'x', 'secrets', 1)).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});
