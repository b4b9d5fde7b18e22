import { describe, expect, test } from 'vitest';
import { turnSteps, type AgentDesk, type TurnStep } from '../../src/agents';
import { agents, type AgentName, type WorldEvent } from '../../src/contracts';
import { openMemoryStore, verify } from '../../src/log';
import { equalWorldForm, foldAll, lights } from '../../src/projections';
import { serviceSteps, type ServiceStep } from '../../src/services';
import { walk } from './acceptanceWalk';
import { openTheShop } from './openTheShop';
import { shopInOneThread, type TestShop } from './shopInOneThread';

async function outcomeOf(shop: TestShop) {
  const events = await shop.events();
  return { world: equalWorldForm(foldAll(events)), effects: effectsIn(events) };
}

/** What the undisturbed walk comes to. */
const undisturbed = (async () => {
  const shop = await shopInOneThread();
  await walk(shop);
  const outcome = await outcomeOf(shop);
  shop.close();
  return outcome;
})();

async function expectSameWorld(shop: TestShop) {
  expect(await outcomeOf(shop)).toEqual(await undisturbed);
  expect(lights(shop.world.invariants).filter((light) => !light.ok)).toEqual([]);
  expect(await verify(shop.world.log)).toMatchObject({ intact: true });
  shop.close();
}

const outward = [
  'ReplySent',
  'RefundProcessed',
  'PostPublished',
  'ReorderPlaced',
  'PromotionPaused',
  'PromotionResumed',
];

/** What went out into the world: each reply, refund, post, reorder and promotion, by what it is about. */
function effectsIn(events: readonly WorldEvent[]): string[] {
  const names = events.filter((event) => outward.includes(event.type));
  return names.map((event) => `${event.type} ${event.tags.join(' ')}`).sort();
}

/** A desk whose thread dies the first time that it comes to this step of each turn. */
function diesAt(step: TurnStep, died: Set<string>, desk: AgentDesk, die: () => void): AgentDesk {
  let turn = 'nothing yet';
  return {
    ...desk,
    begin(trigger) {
      turn = trigger;
      return desk.begin(trigger);
    },
    at(at) {
      // "observed" comes before a turn has begun: it is told apart by the one before it.
      const place = at === 'observed' ? `after ${turn}` : turn;
      if (at !== step || died.has(place)) return desk.at(at);
      died.add(place);
      die();
      return new Promise(() => undefined);
    },
  };
}

describe('an agent whose thread dies', () => {
  const matrix = agents.flatMap((agent) => turnSteps.map((step) => [agent, step] as [AgentName, TurnStep]));

  test.each(matrix)('[KILL1] %s, at "%s" of every turn: an equal world, each effect once', async (agent, step) => {
    const died = new Set<string>();
    const shop: TestShop = await shopInOneThread({
      wrapDesk: (name, desk) => (name === agent ? diesAt(step, died, desk, () => shop.killAndSeat(agent)) : desk),
    });
    await walk(shop);
    expect(died.size).toBeGreaterThan(0);
    await expectSameWorld(shop);
  });

  test('[KILL2] three times on one event: it is parked, the rest goes on, and handing it back brings it home', async () => {
    let deaths = 0;
    const shop: TestShop = await shopInOneThread({
      wrapDesk: (name, desk) => ({
        ...desk,
        at(at) {
          if (name !== 'support' || at !== 'decided' || deaths === 3) return desk.at(at);
          deaths += 1;
          shop.killAndSeat('support');
          return new Promise(() => undefined);
        },
      }),
    });
    await openTheShop(shop);
    while (shop.world.views.inbox.size === 0) await shop.world.player.step();
    await shop.settled();
    const [failed, ...others] = (await shop.events()).filter((event) => event.type === 'AgentFailed');
    expect(failed?.data).toMatchObject({ agent: 'support', rule: 'crashed-three-times' });
    expect(others).toEqual([]);
    expect(shop.world.views.turns.get('support')?.failures).toHaveLength(1);
    expect([...shop.world.views.inbox.values()].map((mail) => mail.status)).toEqual(['open']);

    if (failed) await shop.world.retry('support', failed.id);
    await shop.settled();
    expect([...shop.world.views.inbox.values()].map((mail) => mail.status)).toEqual(['answered']);
    shop.close();
  });
});

describe('a world whose thread dies', () => {
  test.each(serviceSteps)('[KILL3] at "%s" of each service, again and again: an equal world', async (step) => {
    const store = openMemoryStore();
    const visits = new Map<string, number>();
    let die: (() => void) | null = null;
    const atService = (service: string, at: ServiceStep): Promise<void> | undefined => {
      if (at !== step || !die) return undefined;
      const visit = (visits.get(service) ?? 0) + 1;
      visits.set(service, visit);
      if (visit !== 1 && visit !== 4) return undefined;
      die();
      return new Promise(() => undefined);
    };
    let deaths = 0;
    // Whenever the thread dies, the walk is begun again on the log as it is: every input has an id, so it happens once.
    for (;;) {
      const shop = await shopInOneThread({ store, atService });
      const died = new Promise<'died'>((resolve) => (die = () => resolve('died')));
      const ended = await Promise.race([walk(shop), died]);
      die = null;
      if (ended !== 'died') {
        expect(deaths).toBeGreaterThan(5);
        return expectSameWorld(shop);
      }
      deaths += 1;
      shop.close();
    }
  });
});
