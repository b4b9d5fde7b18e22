import { describe, expect, test } from 'vitest';
import { exportWorld, importWorld, linesOf, openMemoryStore, parseExport, verify } from '../../src/log';
import { agents } from '../../src/contracts';
import { viewsToJson } from '../../src/projections';
import { shopInOneThread, type TestShop } from './shopInOneThread';

const stepsOfTheDay = 45;

async function playedShop(): Promise<TestShop> {
  const shop = await shopInOneThread();
  for (let n = 0; n < stepsOfTheDay; n++) await shop.world.player.step();
  await shop.settled();
  return shop;
}

async function bytesOf(shop: TestShop): Promise<Uint8Array> {
  let text = '';
  for await (const line of exportWorld(shop.world.log)) text += line;
  return new TextEncoder().encode(text);
}

describe('a shop that moves house', () => {
  test('[LOG11] exported and imported it is the same shop, its agents rest, and it goes on where it was', async () => {
    const shop = await playedShop();
    const bytes = await bytesOf(shop);
    const store = openMemoryStore();
    const { report, world } = await importWorld(store, linesOf([bytes]), { into: { id: 'elsewhere', at: 5 } });
    expect(report).toMatchObject({ intact: true, erased: 0, head: (await verify(shop.world.log)).head });
    expect(world?.head).toBe(report.events + agents.length);

    const copy = await shopInOneThread({ store, worldId: 'elsewhere' });
    for (const agent of agents) expect(copy.world.views.turns.get(agent)).toMatchObject({ paused: true });
    expect(copy.world.player.status().done).toBe(stepsOfTheDay);
    await copy.world.people.settled();
    expect(copy.world.people.names).toEqual(shop.world.people.names);

    for (const agent of agents) await copy.world.resume(agent);
    await copy.settled();
    // Nobody did anything twice: there is nothing behind what was imported but pauses and resumptions.
    const news = (await copy.events()).slice(report.events).map((event) => event.type);
    expect(news).toEqual([...agents.map(() => 'AgentPaused'), ...agents.map(() => 'AgentResumed')]);

    for (const one of [shop, copy]) {
      for (let n = 0; n < 15; n++) await one.world.player.step();
      await one.settled();
    }
    expect(await verify(copy.world.log)).toMatchObject({ intact: true });
    const typesOf = async (one: TestShop) =>
      (await one.events()).map((event) => event.type).filter((type) => !/^Agent(Paused|Resumed)$/.test(type));
    expect(await typesOf(copy)).toEqual(await typesOf(shop));
    shop.close();
    copy.close();
  }, 60_000);

  test('[LOG12] in the export of a real day every line that is taken out, doubled or edited is found and named', async () => {
    const shop = await playedShop();
    const lines = new TextDecoder()
      .decode(await bytesOf(shop))
      .split('\n')
      .slice(0, -1);
    shop.close();
    expect(lines.length).toBeGreaterThan(200);
    let found = 0;
    for (let n = 0; n < lines.length; n++) {
      const line = lines[n] ?? '';
      const place = (n * 7919) % line.length;
      const edited = line.slice(0, place) + (line[place] === '7' ? '8' : '7') + line.slice(place + 1);
      const [how, badLine] = (
        [
          [[], n + 1],
          [[line, line], n + 2],
          [[edited], n + 1],
        ] as const
      )[n % 3] ?? [[], 0];
      const report = await parseExport(lines.toSpliced(n, 1, ...how));
      expect(report, `line ${n + 1}`).toMatchObject({ intact: false, badLine });
      found += 1;
    }
    expect(found).toBe(lines.length);
  }, 60_000);

  test('[LOG11] views of the copy are those of the original', async () => {
    const shop = await playedShop();
    const store = openMemoryStore();
    await importWorld(store, linesOf([await bytesOf(shop)]), { into: { id: 'elsewhere', at: 5 } });
    const copy = await shopInOneThread({ store, worldId: 'elsewhere', seated: [] });
    const views = viewsToJson(copy.world.views) as Record<string, unknown>;
    const originals = viewsToJson(shop.world.views) as Record<string, unknown>;
    // What each agent did differs in one thing: it rests.
    expect({ ...views, turns: null }).toEqual({ ...originals, turns: null });
    shop.close();
    copy.close();
  }, 60_000);
});
