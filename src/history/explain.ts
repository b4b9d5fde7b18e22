import type { WorldEvent } from '../contracts';
import { planOf, valueIn, type Field, type FieldValue } from './Field';

/** An event at which the field became another. */
export interface Step {
  readonly event: WorldEvent;
  readonly before: FieldValue;
  readonly after: FieldValue;
}

/** Why a field is what it is. */
export interface Explanation {
  readonly value: FieldValue;
  /** Every event that changed it, oldest first. */
  readonly steps: readonly Step[];
  /** Events that did not change it, but without which folding the steps would give something else; none can be left out. */
  readonly supports: readonly WorldEvent[];
}

/** More folding than this is not spent on leaving supports out; what is left is then enough, but perhaps not the least. */
const mostFolded = 5_000_000;

/**
 * Names the events that made a field: those that changed it, and as few others as possible, so that folding only these gives the value, and
 * on the way the same values at the same events. `candidates` are events about the row, oldest first; more of them changes nothing.
 */
export function explain(candidates: readonly WorldEvent[], field: Field): Explanation {
  const seen = valuesAlong(candidates, field);
  // Some rows are there before anything has happened: agents, rules of the house.
  const first = valueIn(planOf(field).projection.open(), field);
  const before = (n: number) => (n === 0 ? first : seen[n - 1]);
  const isStep = candidates.map((_, n) => seen[n] !== before(n));
  const steps = candidates.flatMap((event, n) => (isStep[n] ? [{ event, before: before(n), after: seen[n] }] : []));
  const valueAt = new Map(candidates.map((event, n) => [event.id, seen[n]]));
  const others = candidates.filter((_, n) => !isStep[n]);

  let folded = 0;
  const isEnough = (supports: readonly WorldEvent[]) => {
    const events = merge(
      steps.map((step) => step.event),
      supports,
    );
    folded += events.length;
    const values = valuesAlong(events, field);
    return events.every((event, n) => values[n] === valueAt.get(event.id));
  };
  // Most of what lies beside the row is left out at once; what is then left is tried in ever smaller pieces.
  let supports: readonly WorldEvent[] = isEnough([]) ? [] : others;
  for (let size = Math.ceil(supports.length / 2); size >= 1 && supports.length > 0; size = Math.floor(size / 2)) {
    for (let from = supports.length - size; from > -size && folded < mostFolded; from -= size) {
      const rest = supports.filter((_, n) => n < from || n >= from + size);
      if (rest.length < supports.length && isEnough(rest)) supports = rest;
    }
  }
  return { value: before(candidates.length), steps, supports };
}

/** All the events an explanation names, oldest first: folding only these gives its value. */
export function namedBy({ steps, supports }: Explanation): WorldEvent[] {
  return merge(
    steps.map((step) => step.event),
    supports,
  );
}

/** The field after each event. */
function valuesAlong(events: readonly WorldEvent[], field: Field): FieldValue[] {
  const { projection } = planOf(field);
  let view = projection.open();
  return events.map((event) => {
    view = projection.evolve(view, event);
    return valueIn(view, field);
  });
}

/** Both are in the order of the log, and so is what comes out. */
function merge(a: readonly WorldEvent[], b: readonly WorldEvent[]): WorldEvent[] {
  return [...a, ...b].sort((one, other) => one.position - other.position);
}
