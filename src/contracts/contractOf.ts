import { defaultCurrency, moneyIn, type Currency } from '../kernel';
import { contracts, type EventType } from './contracts';
import type { Contract, RefusalData } from './defineContract';
import type { EventOf, FactType, ProposalType, WorldEvent } from './event';

/** The contract behind a type, with its data seen as whatever that contract parses. */
export function contractOf(type: EventType): Contract<EventType> {
  return contracts[type];
}

/** One plain sentence that says what an event means, money in the shop's currency. */
export function sayEvent(event: WorldEvent, currency: Currency = defaultCurrency): string {
  return contractOf(event.type).says(event.data, moneyIn(currency));
}

/** All proposals that this service answers. */
export function proposalsAnsweredBy(owner: string): ProposalType[] {
  return (Object.keys(contracts) as EventType[]).filter(
    (type) => contractOf(type).answeredBy?.owner === owner,
  ) as ProposalType[];
}

/** The types that a proposal's answer can have: the facts that accept it, and the one that refuses it. */
export function answerTypes(type: ProposalType): FactType[] {
  const { accepted = [], refused } = contractOf(type).answeredBy ?? {};
  return [...accepted, ...(refused ? [refused] : [])] as FactType[];
}

const refusals = new Set<string>(
  (Object.keys(contracts) as EventType[]).flatMap((type) => contractOf(type).answeredBy?.refused ?? []),
);

type Refused<T extends EventType> = T extends EventType
  ? EventOf<T>['data'] extends RefusalData
    ? RefusalData extends EventOf<T>['data']
      ? T
      : never
    : never
  : never;

/** Every type that refuses a proposal. */
export type RefusalType = Refused<EventType>;

/** True for the facts that say no; they all carry a rule and a reason. */
export function isRefusal(event: WorldEvent): event is EventOf<RefusalType> {
  return refusals.has(event.type);
}
