import type { z } from 'zod';
import { contractOf, parseDraft, type Contracts, type EventOf, type EventType, type WorldEvent } from '../../contracts';

/** What a told event says besides its data; what is left out follows from the contract and the event before. */
export interface Telling {
  readonly by?: WorldEvent['by'];
  readonly id?: string;
  readonly cause?: WorldEvent;
  /** The proposal this answers, which is then also its cause. */
  readonly answers?: WorldEvent;
  readonly at?: number;
  /** Fields of the envelope as they must not be: applied after every check, to make histories that break a promise. */
  readonly forged?: Partial<Omit<WorldEvent, 'type' | 'data'>>;
}

/** A history that is being told, event by event. For tests and benches: it has a log's shape, without a log. */
export interface History {
  readonly events: readonly WorldEvent[];
  readonly tell: <T extends EventType>(type: T, data: z.input<Contracts[T]['schema']>, telling?: Telling) => EventOf<T>;
}

/** An empty history to tell. Each event is parsed as the append door does; positions are 1, 2, 3 …, a second apart. */
export function tellHistory(): History {
  const events: WorldEvent[] = [];
  const tell = <T extends EventType>(type: T, data: z.input<Contracts[T]['schema']>, telling: Telling = {}) => {
    const event = complete(type, data, telling, events.length + 1);
    events.push(event);
    return event as WorldEvent & EventOf<T>;
  };
  return { events, tell };
}

function complete(type: EventType, data: unknown, telling: Telling, position: number): WorldEvent {
  const contract = contractOf(type);
  const { kind, version, topic } = contract;
  const by = telling.by ?? contract.publishedBy[0];
  const id = telling.id ?? `${by}-${position}`;
  const cause = telling.cause ?? telling.answers;
  const draft = parseDraft({
    id,
    type,
    data,
    by,
    external: cause === undefined,
    causationId: cause?.id ?? null,
    correlationId: cause?.correlationId ?? id,
    ...(telling.answers && { answers: telling.answers.id }),
  });
  const at = telling.at ?? Date.UTC(2026, 10, 2, 9) + position * 1000;
  const place = { world: 'told', position, kind, version, topic, tags: contract.tags(draft.data), at };
  return { ...draft, ...place, ...telling.forged } as WorldEvent;
}
