import { turnSteps } from '../../src/agents';
import { agents, services, type AgentName, type ServiceName } from '../../src/contracts';
import { openMemoryStore } from '../../src/log';
import { serviceSteps } from '../../src/services';
import { walk, walkParts, type WalkPart } from '../article/acceptanceWalk';
import { shopInOneThread, type TestShop } from '../article/shopInOneThread';

/** One way to die: who, at which step, in which part of the walk. */
export interface Cell {
  readonly who: AgentName | ServiceName;
  readonly step: string;
  readonly part: WalkPart;
}

/** Every step of everybody in every part of the walk. */
export const matrix: readonly Cell[] = walkParts.flatMap((part) => [
  ...agents.flatMap((who) => turnSteps.map((step) => ({ who, step, part }))),
  ...services.flatMap((who) => serviceSteps.map((step) => ({ who, step, part }))),
]);

export const nameOf = ({ who, step, part }: Cell): string => `${who}/${step}/${part}`;

/**
 * The walk, on which one thread dies the first time that it comes by this cell: an agent's, or the one that holds log and services. Returns
 * the shop at the end, and whether anybody came by at all.
 */
export async function walkAndDie({ who, step, part }: Cell): Promise<{ shop: TestShop; died: boolean }> {
  const store = openMemoryStore();
  let now: WalkPart | null = null;
  let died = false;
  for (;;) {
    let end: () => void = () => undefined;
    const ended = new Promise<'died'>((resolve) => (end = () => resolve('died')));
    const here = (someone: string, at: string) => !died && someone === who && at === step && now === part;
    const shop: TestShop = await shopInOneThread({
      store,
      wrapDesk: (name, desk) => ({
        ...desk,
        at(at) {
          if (!here(name, at)) return desk.at(at);
          died = true;
          shop.killAndSeat(name);
          return new Promise(() => undefined);
        },
      }),
      atService(service, at) {
        if (!here(service, at)) return undefined;
        died = true;
        end();
        return new Promise(() => undefined);
      },
    });
    const walked = walk(shop, (next) => (now = next));
    if ((await Promise.race([walked, ended])) !== 'died') return { shop, died };
    shop.close();
  }
}
