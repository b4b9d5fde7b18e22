import type { OrderId, Wish } from '../../contracts';
import { openSnapshots, type Log } from '../../log';
import {
  possibleActs,
  servicesFold,
  weigh,
  type Moment,
  type PossibleAct,
  type ServiceStates,
  type Weighed,
} from '../../services';

/** Asks the services' rules about a moment of a world, in any tab. Nothing here is proposed, and nothing is written. */
export interface WhatIfDoor {
  possibleActs(orderId: OrderId, at: number | null): Promise<readonly PossibleAct[]>;
  weigh(wish: Wish, at: number | null): Promise<Weighed>;
}

/** So many events are read at once. */
const batch = 500;

/** Opens it on a log. What the services knew is folded from the newest snapshot before, and kept for the next question. */
export function whatIfDoor(log: Log): WhatIfDoor {
  let held: { readonly states: ServiceStates; position: number; at: number } | null = null;
  /** One question at a time: a fold writes into its state. */
  let last: Promise<unknown> = Promise.resolve();

  async function statesAt(asked: number | null): Promise<{ readonly states: ServiceStates; readonly moment: Moment }> {
    const upTo = Math.min(asked ?? Infinity, (await log.refresh(), log.world().head));
    if (!held || held.position > upTo) {
      const restored = await openSnapshots(log).restore(servicesFold, { upTo });
      held = { states: restored?.state ?? servicesFold.open(), position: restored?.position ?? 0, at: 0 };
      const [event] = held.position > 0 ? await log.read(held.position - 1, 1) : [];
      held.at = event?.at ?? 0;
    }
    while (held.position < upTo) {
      const events = await log.read(held.position, Math.min(batch, upTo - held.position));
      const known = events.filter((event) => event.position <= upTo);
      if (known.length === 0) break;
      for (const event of known) {
        servicesFold.evolve(held.states, event);
        held.position = event.position;
        held.at = event.at;
      }
    }
    const { states, position, at } = held;
    return { states, moment: { position, at } };
  }

  function inTurn<T>(asked: number | null, use: (states: ServiceStates, moment: Moment) => T): Promise<T> {
    const turn = last.then(async () => {
      const { states, moment } = await statesAt(asked);
      return use(states, moment);
    });
    last = turn.catch(() => (held = null));
    return turn;
  }

  return {
    possibleActs: (orderId, at) => inTurn(at, (states, moment) => possibleActs(states, orderId, moment)),
    weigh: (wish, at) => inTurn(at, (states, moment) => weigh(states, wish, moment)),
  };
}
