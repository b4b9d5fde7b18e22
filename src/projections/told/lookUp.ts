import type { EventOf, EventType, WorldEvent } from '../../contracts';
import type { Json } from '../viewsToJson';

/** A view, looked up in the whole history. */
export type Rows = (events: readonly WorldEvent[]) => Json;

/** The answer to a proposal, if there is one. */
export function answerTo(events: readonly WorldEvent[], proposal: WorldEvent): WorldEvent | undefined {
  return events.find((event) => event.answers === proposal.id);
}

/** All events of one type. */
export function all<T extends EventType>(events: readonly WorldEvent[], type: T): EventOf<T>[] {
  return events.filter((event): event is WorldEvent & EventOf<T> => event.type === type);
}

/** The last of a list. */
export function last<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1];
}

/** The total of a list of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Rows in order of their keys. */
export function sorted(pairs: readonly (readonly [key: string, row: Json])[]): Json {
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Rows by the text of their sorted fields, which is the order of canonical JSON. */
export function byText(rows: readonly object[]): Json {
  const text = (row: object) => JSON.stringify(Object.fromEntries(Object.entries(row).sort()));
  return [...rows].sort((a, b) => (text(a) < text(b) ? -1 : 1)) as unknown as Json;
}
