import { memoryNews, type NewsChannel } from '../../src/bus';
import type { AgentName, WorldEvent } from '../../src/contracts';
import { seededRandom, type Random } from '../../src/kernel';
import { openMemoryStore, verify } from '../../src/log';
import { equalWorldForm, foldAll, lights } from '../../src/projections';
import { shopInOneThread, type TestShop } from '../article/shopInOneThread';

/** How often what goes wrong: the chance at each step of a turn, each step of a service, each announcement. */
export interface Faults {
  readonly agentDies: number;
  readonly worldDies: number;
  readonly newsIsLost: number;
  readonly newsIsDoubled: number;
}

/** What a stretch of the shop's life came to. */
export interface Played {
  readonly world: ReturnType<typeof equalWorldForm>;
  readonly events: readonly WorldEvent[];
  readonly agentDeaths: number;
  readonly worldDeaths: number;
  /** Everything that should not be, in words. */
  readonly broken: readonly string[];
}

/** Chances as they are wild enough to hit everything, and none at all. */
export const wild: Faults = { agentDies: 0.04, worldDies: 0.004, newsIsLost: 0.3, newsIsDoubled: 0.2 };
export const calm: Faults = { agentDies: 0, worldDies: 0, newsIsLost: 0, newsIsDoubled: 0 };

/** What happens in a shop; it stops when the shop is not alive any more, and is begun again in the next one. */
export type Play = (shop: TestShop, alive: () => boolean) => Promise<void>;

/** Plays to the end while threads die and news gets lost by this seed: each thread that dies is begun anew, on the log as it is. */
export async function playThrough(seed: number, faults: Faults, play: Play): Promise<Played> {
  const random = seededRandom(seed);
  const store = openMemoryStore();
  const news = faultyNews(random, faults);
  const diedOn = new Map<string, number>();
  let agentDeaths = 0;
  let worldDeaths = 0;

  for (;;) {
    let die: () => void = () => undefined;
    const died = new Promise<'died'>((resolve) => (die = () => resolve('died')));
    const shop: TestShop = await shopInOneThread({
      store,
      news,
      wrapDesk: (name, desk) => {
        let trigger = 'nothing yet';
        return {
          ...desk,
          begin(next) {
            trigger = next;
            return desk.begin(next);
          },
          at(step) {
            if (random() >= faults.agentDies || !mayDie(diedOn, name, trigger)) return desk.at(step);
            agentDeaths += 1;
            shop.killAndSeat(name);
            return new Promise(() => undefined);
          },
        };
      },
      atService: () => {
        if (random() >= faults.worldDies) return undefined;
        die();
        return new Promise(() => undefined);
      },
    });
    let alive = true;
    const ended = await Promise.race([play(shop, () => alive), died]);
    alive = false;
    if (ended === 'died') {
      worldDeaths += 1;
      shop.close();
      continue;
    }
    const events = await shop.events();
    const played = { world: equalWorldForm(foldAll(events)), events, agentDeaths, worldDeaths };
    const broken = await whatIsBroken(shop, events);
    shop.close();
    return { ...played, broken };
  }
}

/** The seeded day, one thing after the other. */
export async function seededDay(shop: TestShop, alive: () => boolean): Promise<void> {
  while (alive() && shop.world.player.status().next !== null) {
    await shop.settled();
    await shop.world.player.step();
  }
  await shop.settled();
}

/** Twice on one event is a mishap; the third time would park it, and the day would rightly be another. */
function mayDie(diedOn: Map<string, number>, name: AgentName, trigger: string): boolean {
  const key = `${name} ${trigger}`;
  const times = diedOn.get(key) ?? 0;
  if (times >= 2) return false;
  diedOn.set(key, times + 1);
  return true;
}

/** Everything that should not be in this shop, in words. */
export async function whatIsBroken(shop: TestShop, events: readonly WorldEvent[]): Promise<string[]> {
  const { intact, because, badAt } = await verify(shop.world.log);
  const dark = lights(shop.world.invariants).filter((light) => !light.ok);
  const waiting = shop.world.views.proposals.waiting.size;
  const unanswered = [...shop.world.views.inbox.values()].filter(
    (mail) => !['answered', 'escalated', 'filed'].includes(mail.status),
  );
  return [
    ...(intact ? [] : [`the log is bad at ${badAt}: ${because}`]),
    ...dark.map((light) => `${light.id}: ${light.because}`),
    ...(waiting === 0 ? [] : [`${waiting} proposals have no answer`]),
    ...unanswered.map((mail) => `mail ${mail.mailId} is ${mail.status}`),
    ...(JSON.stringify(equalWorldForm(foldAll(events))) === JSON.stringify(equalWorldForm(shop.world.views))
      ? []
      : ['views rebuilt from the log are not the live ones']),
  ];
}

function faultyNews(random: Random, faults: Faults): NewsChannel {
  const inner = memoryNews();
  return {
    ...inner,
    announce(item) {
      if (random() < faults.newsIsLost) return;
      inner.announce(item);
      if (random() < faults.newsIsDoubled) inner.announce(item);
    },
  };
}
