import type { z } from 'zod';
import type { Actor } from './actors';
import { contracts, type Contracts, type EventType } from './contracts';
import type { Kind } from './defineContract';
import type { EventId } from './ids';
import type { Topic } from './topics';

/** The data of one type of message, as it is after parsing. */
export type DataOf<T extends EventType> = z.output<Contracts[T]['schema']>;

/** One entry of the log. Deeply frozen, never edited, never deleted. */
interface Envelope {
  readonly world: string;
  /** 1, 2, 3 … without gaps within a world. */
  readonly position: number;
  /** Derived from author, trigger and ordinal: recording it twice is recording it once. */
  readonly id: EventId;
  readonly kind: Kind;
  readonly version: number;
  readonly topic: Topic;
  readonly tags: readonly string[];
  /** Milliseconds since 1970 by the world's clock. */
  readonly at: number;
  readonly by: Actor;
  /** True when it came from outside: it has no basis and is never stale. */
  readonly external: boolean;
  /** The event that made its author do this; null for what comes from outside. */
  readonly causationId: EventId | null;
  /** The first event of the story it belongs to. */
  readonly correlationId: EventId;
  /** Facts only: the proposal this is the answer to. */
  readonly answers?: EventId;
  /** Proposals and decisions: the position its author's view of the world had. */
  readonly basis?: number;
}

/** An event of one of these types; a union of them when there are several, so that `switch (event.type)` narrows. */
export type EventOf<T extends EventType> = {
  [K in T]: Envelope & { readonly type: K; readonly data: DataOf<K> };
}[T];

/** Any event. */
export type WorldEvent = EventOf<EventType>;

type TypesOfKind<K extends Kind> = {
  [T in EventType]: Contracts[T]['kind'] extends K ? T : never;
}[EventType];
export type ProposalType = TypesOfKind<'proposal'>;
export type FactType = TypesOfKind<'fact'>;
export type RecordType = TypesOfKind<'record'>;

/** What an author hands in: all that the log cannot derive by itself. */
export type DraftOf<T extends EventType> = {
  [K in T]: {
    readonly id: EventId;
    readonly type: K;
    readonly data: z.input<Contracts[K]['schema']>;
    readonly by: Actor;
    readonly external?: boolean;
    readonly causationId: EventId | null;
    readonly correlationId: EventId;
    readonly answers?: EventId;
    readonly basis?: number;
  };
}[T];

/** A draft of any type. */
export type Draft = DraftOf<EventType>;

/** Every type there is, in the catalogue's order. */
export const eventTypes = Object.keys(contracts) as EventType[];

/** True when this text names a declared message. */
export function isEventType(text: string): text is EventType {
  return Object.hasOwn(contracts, text);
}

/** Narrows an event to one of these types. */
export function isOneOf<T extends EventType>(
  event: WorldEvent,
  types: readonly T[],
): event is Extract<WorldEvent, { type: T }> {
  return (types as readonly EventType[]).includes(event.type);
}
