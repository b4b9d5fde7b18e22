import { contractOf, type Draft, type EventId, type ServiceName, type Stale, type WorldEvent } from '../contracts';
import { derivedId } from '../kernel';
import type { Decision, FactDraft, Refusal, Service } from './Service';

/**
 * What a service says to one event: the answer to a proposal it owns, what follows from a fact, or nothing. Pure.
 *
 * @param movedSince positions of facts that make this proposal stale; looked up by the runner.
 */
export function answer<S>(
  service: Service<S>,
  state: S,
  event: WorldEvent,
  movedSince: readonly number[] = [],
): readonly Draft[] {
  const owned = contractOf(event.type).answeredBy?.owner === service.name;
  if (owned) {
    const decision = movedSince.length > 0 ? staleRefusal(movedSince) : decide(service, state, event);
    if ('waits' in decision) return toDrafts(service.name, event, decision.waits, false);
    return toDrafts(service.name, event, 'rejected' in decision ? [refusalFact(event, decision)] : decision, true);
  }
  // One handler per type: the table's key says which event its function takes.
  const react = service.react[event.type as keyof typeof service.react] as
    ((state: S, fact: WorldEvent) => readonly FactDraft[]) | undefined;
  return toDrafts(service.name, event, react?.(state, event) ?? [], false);
}

/** The facts whose coming after `event.basis` would make this proposal stale. What comes from outside has no basis. */
export function stalenessOf(event: WorldEvent): readonly Stale[] {
  if (event.basis === undefined || event.external) return [];
  return contractOf(event.type).staleIf?.(event.data) ?? [];
}

function decide<S>(service: Service<S>, state: S, event: WorldEvent): Decision {
  const handler = service.decide[event.type as keyof typeof service.decide] as
    ((state: S, proposal: WorldEvent) => Decision) | undefined;
  if (!handler) throw new Error(`${service.name} answers ${event.type} by contract, but has no decision for it`);
  return handler(state, event);
}

/** The refusal of a proposal under which the world has moved. */
export function staleRefusal(moved: readonly number[]): Refusal {
  const where = moved.join(', ');
  return { rejected: 'stale-basis', because: `the world moved at ${where} while this was being decided`, moved };
}

/** The fact that says no to this proposal: its type stands in the proposal's contract. */
export function refusalFact(event: WorldEvent, refusal: Refusal): FactDraft {
  const data = {
    rule: refusal.rejected,
    because: refusal.because,
    about: [...event.tags],
    ...(refusal.moved ? { moved: [...refusal.moved] } : {}),
  };
  // Every refusal has this one shape (see defineRefusal); which type it is stands in the proposal's contract.
  return { type: contractOf(event.type).answeredBy?.refused, data } as FactDraft;
}

function toDrafts(service: ServiceName, cause: WorldEvent, facts: readonly FactDraft[], answers: boolean): Draft[] {
  return facts.map(({ belongs, ...fact }, ordinal) => {
    const own = belongs ?? { to: cause, answers: answers && ordinal === 0 };
    // In its own story the nearer cause says more; a cause in another story would be none that leads there.
    const origin = own.to.correlationId === cause.correlationId ? cause : own.to;
    return {
      ...fact,
      id: derivedId(service, cause.id, ordinal) as EventId,
      by: service,
      causationId: origin.id,
      correlationId: origin.correlationId,
      ...(own.answers ? { answers: own.to.id } : {}),
    };
  });
}
