import { describe, expect, test } from 'vitest';
import { deciders, forkHere } from '../../src/app/world';
import { replay } from '../../src/history';
import { exportWorld, openMemoryStore, verify, type LogStore } from '../../src/log';
import { viewsToJson } from '../../src/projections';
import { walk } from './acceptanceWalk';
import { openTheShop } from './openTheShop';
import { shopInOneThread, type TestShop } from './shopInOneThread';

/** A store that can say everything it holds, as one text. */
function searchable(): { store: LogStore; everything(): Promise<string> } {
  const store = openMemoryStore();
  return {
    store,
    async everything() {
      const found: unknown[] = [];
      for (const { id } of await store.worlds()) {
        const commits = await store.commits(id, { after: 0, upTo: Infinity, limit: Infinity });
        const refs = commits.flatMap(({ events }) => events).flatMap((event): unknown[] => Object.values(event.data));
        const texts = refs.filter((value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
        found.push(commits, await store.sides(id, texts as never[]), await store.snapshots(id));
      }
      return JSON.stringify(found);
    },
  };
}

async function personalOf(shop: TestShop, customerId: string): Promise<string[]> {
  const events = await shop.events();
  const registered = events.find(
    (event) => event.type === 'CustomerRegistered' && event.data.customerId === customerId,
  );
  const profile = registered?.type === 'CustomerRegistered' ? await shop.world.log.text(registered.data.profile) : null;
  const { name, address } = JSON.parse(profile ?? '{}') as { name: string; address: string };
  return [name, address];
}

async function forgetOne(shop: TestShop, customerId: string): Promise<void> {
  await shop.world.door.submit(`forget-${customerId}`, { kind: 'forgetCustomer', customerId });
  await shop.settled();
  await shop.world.settled();
}

describe('a customer who is forgotten', () => {
  test('[FGT1] nothing personal of theirs is found in any store, view or export afterwards; the history is intact and says what is erased', async () => {
    const { store, everything } = searchable();
    const shop = await shopInOneThread({ store });
    await walk(shop);
    const mail = (await shop.events()).findLast((event) => event.type === 'CustomerQuery' && event.data.known);
    const customerId = mail?.type === 'CustomerQuery' ? mail.data.customerId : '';
    const [name = '', address = ''] = await personalOf(shop, customerId);
    const letter = mail?.type === 'CustomerQuery' ? ((await shop.world.log.text(mail.data.query)) ?? '') : '';
    const words = (JSON.parse(letter) as { text: string }).text.slice(0, 40);
    for (const text of [name, address, words]) expect(text.length).toBeGreaterThan(5);
    const before = await everything();
    for (const text of [name, address]) expect(before).toContain(text);
    expect(shop.world.people.customerOf(address)).toBe(customerId);
    const others = Object.keys(shop.world.people.names).length;

    await forgetOne(shop, customerId);
    let exported = '';
    for await (const line of exportWorld(shop.world.log)) exported += line;
    const { names, mails } = shop.world.people;
    const places = [await everything(), exported, viewsToJson(shop.world.views), JSON.stringify([names, mails])];
    for (const place of places) {
      for (const text of [name, address, JSON.stringify(words).slice(1, -1)]) expect(place).not.toContain(text);
    }
    expect(Object.keys(names)).toHaveLength(others - 1);
    expect(shop.world.people.customerOf(address)).toBeNull();
    expect(shop.world.views.customers.get(customerId as never)?.profile).toBeNull();
    const verified = await verify(shop.world.log);
    expect(verified.intact).toBe(true);
    expect(verified.erased).toBeGreaterThan(2);
    expect(await replay(shop.world.log, deciders())).toMatchObject({ exact: true });
    shop.close();
  }, 30_000);

  test('[FGT2] it is gone from forks and from what they were forked from; a fork made later forgets nothing that came later', async () => {
    const { store, everything } = searchable();
    const shop = await shopInOneThread({ store });
    await openTheShop(shop);
    const known = [...shop.world.views.customers.values()].find((row) => row.profile !== null);
    const customerId = known?.customerId ?? '';
    const [name = '', address = ''] = await personalOf(shop, customerId);
    const { head } = shop.world.log.world();
    await forkHere(shop.world.log, { id: 'fork', name: 'Fork', position: head }, 5, () => 'salt');
    shop.close();
    const fork = await shopInOneThread({ store, worldId: 'fork' });
    expect(await everything()).toContain(address);
    await forgetOne(fork, customerId);
    const left = await everything();
    for (const text of [name, address]) expect(left).not.toContain(text);
    fork.close();
    const original = await shopInOneThread({ store, worldId: 'w' });
    expect(await verify(original.world.log)).toMatchObject({ intact: true });
    expect((await verify(original.world.log)).erased).toBeGreaterThan(0);
    original.close();
  }, 30_000);

  test('[FGT3] a death between the event and the erasing loses nothing: the next leader erases', async () => {
    const { store, everything } = searchable();
    const shop = await shopInOneThread({ store });
    await openTheShop(shop);
    const customerId = [...shop.world.views.customers.values()].find((row) => row.profile !== null)?.customerId ?? '';
    const [, address = ''] = await personalOf(shop, customerId);
    const { forget } = store;
    store.forget = () => new Promise(() => undefined);
    await shop.world.door.submit('forget', { kind: 'forgetCustomer', customerId });
    await expect.poll(() => shop.world.log.find({ type: 'CustomerForgotten' })).toHaveLength(1);
    shop.close();
    store.forget = forget;
    expect(await everything()).toContain(address);
    const next = await shopInOneThread({ store });
    await next.world.settled();
    expect(await everything()).not.toContain(address);
    next.close();
  }, 30_000);
});
