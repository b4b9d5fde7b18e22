import { contractOf, parseDraft, type DraftOf, type ProposalType, type WorldEvent } from '../../contracts';
import { deepFreeze } from '../../kernel';
import { answer } from '../answer';
import type { Service } from '../Service';
import { services } from '../services';

/**
 * How the services keep up with the log. In the house each works off its triggers `in order`, with a state folded to the head. `any order`
 * takes the triggers as chance will have it. `behind`: a service knows its own facts, and of the rest only what it has read.
 */
export type Reading = 'in order' | 'any order' | 'behind';

/**
 * All services on one log, an array, and nothing else: what `startServices` does, without threads, clocks or IO. Each service has its own list
 * of triggers to work off, and whoever holds the shop chooses who works next.
 */
export interface Shop {
  readonly log: readonly WorldEvent[];
  /** The world's clock, set from outside. */
  at: number;
  propose(type: ProposalType, data: DraftOf<ProposalType>['data']): void;
  /** What can be worked on next. */
  pending(): readonly Pending[];
  work(next: Pending): void;
  /** Works off everything, oldest first. */
  settle(): void;
}

/** A trigger on the desk of a service. */
export interface Pending {
  readonly desk: Desk;
  readonly trigger: WorldEvent;
}

type AnyService = Service<unknown>;

interface Desk {
  readonly service: AnyService;
  state: unknown;
  readonly unread: WorldEvent[];
}

/** Opens an empty shop. */
export function openShop(reading: Reading): Shop {
  const log: WorldEvent[] = [];
  const all = services as readonly unknown[] as readonly AnyService[];
  const desks = all.map((service): Desk => ({ service, state: service.open(), unread: [] }));
  const pending = (most = reading === 'any order' ? undefined : 1): readonly Pending[] =>
    desks.flatMap((desk) => desk.unread.slice(0, most).map((trigger) => ({ desk, trigger })));

  const commit = (input: object): void => {
    const event = deepFreeze(sealed(input, log.length + 1, shop.at));
    log.push(event);
    for (const desk of desks) {
      if (reading !== 'behind' || event.by === desk.service.name) desk.state = desk.service.evolve(desk.state, event);
      if (reading === 'behind' || concerns(desk.service, event)) desk.unread.push(event);
    }
  };
  const work = ({ desk, trigger }: Pending): void => {
    desk.unread.splice(desk.unread.indexOf(trigger), 1);
    if (reading === 'behind' && trigger.by !== desk.service.name) desk.state = desk.service.evolve(desk.state, trigger);
    for (const draft of answer(desk.service, desk.state, trigger)) commit(draft);
  };

  const shop: Shop = {
    log,
    at: 0,
    propose(type, data) {
      const id = `p-${log.length}`;
      commit({ id, type, data, by: contractOf(type).publishedBy[0], causationId: null, correlationId: id });
    },
    pending: () => pending(),
    work,
    settle() {
      const oldest = () => pending(1).toSorted((a, b) => a.trigger.position - b.trigger.position)[0];
      for (let next = oldest(); next; next = oldest()) work(next);
    },
  };
  return shop;
}

/** Parsed like anything that enters the log: a fact that its author does not own, or that is misshapen, throws. */
function sealed(input: object, position: number, at: number): WorldEvent {
  const draft = parseDraft(input);
  const contract = contractOf(draft.type);
  const { kind, version, topic } = contract;
  const derived = {
    world: 'spec',
    position,
    kind,
    version,
    topic,
    tags: contract.tags(draft.data),
    at,
    external: false,
  };
  return { ...draft, ...derived } as unknown as WorldEvent;
}

function concerns({ decide, react }: AnyService, { type }: WorldEvent): boolean {
  return Object.hasOwn(decide, type) || Object.hasOwn(react, type);
}
