import { contractOf, isOneOf, moneyMoves, type MoneyMove, type Wish, type WorldEvent } from '../contracts';
import { moneyIn, type Currency } from '../kernel';
import { answer } from './answer';
import { askedTypes } from './orderState/Asked';
import { dueOf } from './orderState/decideAsked';
import { isRefused } from './orderState/Due';
import type { OrderBook } from './orderState/OrderBook';
import type { Refusal } from './Service';
import { services } from './services';
import type { ServiceStates } from './servicesFold';

/** What a wish would come to, were it proposed now. */
export interface Weighed {
  /** The rule against it and why, in words a customer could read; null when it would be accepted. */
  readonly refused: Pick<Refusal, 'rejected' | 'because'> | null;
  /** What it would make true, a sentence each. */
  readonly says: readonly string[];
  /** The money it would move. */
  readonly moves: readonly MoneyMove[];
}

/** The moment at which a wish is weighed: the rules count days from the world's time. */
export interface Moment {
  readonly position: number;
  readonly at: number;
}

/** Asks the service that owns the answer, with its own rules, and writes nothing. The shopkeeper asks: no policy parks that. */
export function weigh(states: ServiceStates, wish: Wish, moment: Moment): Weighed {
  const event = proposed(wish, moment);
  const { currency } = bookIn(states);
  if (isOneOf(event, askedTypes)) {
    const due = dueOf(bookIn(states), event);
    return isRefused(due) ? no(due) : yes(due.facts, currency);
  }
  const contract = contractOf(event.type);
  const service = services.find(({ name }) => name === contract.answeredBy?.owner);
  if (!service) throw new Error(`${event.type} is answered by nobody`);
  const drafts = answer(service, states[service.name] as never, event);
  const refusal = drafts.find(({ type }) => type === contract.answeredBy?.refused);
  if (!refusal) return yes(drafts, currency);
  const { rule, because } = refusal.data as { rule: string; because: string };
  return no({ rejected: rule, because });
}

/** What the Order State service knows, among what all of them know. */
export function bookIn(states: ServiceStates): OrderBook {
  return states['order-state'] as OrderBook;
}

function no({ rejected, because }: Refusal): Weighed {
  return { refused: { rejected, because }, says: [], moves: [] };
}

function yes(
  facts: readonly { readonly type: WorldEvent['type']; readonly data: unknown }[],
  currency: Currency,
): Weighed {
  const says = facts.map(({ type, data }) => contractOf(type).says(data, moneyIn(currency)));
  return { refused: null, says, moves: facts.flatMap((fact) => moneyMoves(fact as WorldEvent)) };
}

/** The event that the log would make of it. */
function proposed({ type, data }: Wish, { position, at }: Moment): WorldEvent {
  const { kind, version, topic, tags } = contractOf(type);
  const own = { id: 'weighed', correlationId: 'weighed', causationId: null, by: 'shopkeeper', external: true };
  return {
    ...own,
    world: 'weighed',
    type,
    data,
    kind,
    version,
    topic,
    tags: tags(data),
    position: position + 1,
    at,
  } as unknown as WorldEvent;
}
