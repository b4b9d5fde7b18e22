import { actors, type Actor, type EventId, type WorldEvent } from '../../contracts';
import { shapeOf, shapes } from '../shared/kinds';
import { spansOf, type Span } from './spans';

/** A stretch of the world's time in which nothing happened, drawn as short as any other gap. */
export interface Rest {
  /** Where it is drawn, in steps. */
  readonly at: number;
  readonly tookMs: number;
}

/**
 * Where every event stands, before anybody looks at a part of it. One step is the room an event takes; a pause adds up to `mostGap` steps,
 * however long it was. Typed arrays run parallel to `events`.
 */
export interface TimelineLayout {
  readonly events: readonly WorldEvent[];
  readonly lanes: readonly Actor[];
  /** Steps from the left. It never falls. */
  readonly at: Float64Array;
  readonly lane: Uint8Array;
  /** Index into `shapes`. */
  readonly shape: Uint8Array;
  /** Index of the event that caused it; -1 when that is not among the events. */
  readonly cause: Int32Array;
  /** Index of the proposal it answers; -1 when it answers none of these. */
  readonly answers: Int32Array;
  /** 1 for a proposal that has no answer among these. */
  readonly waits: Uint8Array;
  readonly rests: readonly Rest[];
  readonly spans: readonly Span[];
  /** How many steps all of it takes. */
  readonly steps: number;
}

/** A gap of ten minutes of the world's time is drawn as long as any longer one. */
const longMs = 600_000;
const mostGap = 3;

/** Lays events out, oldest first, one lane for each actor among them. */
export function layTimeline(events: readonly WorldEvent[]): TimelineLayout {
  const count = events.length;
  const [at, lane, shape] = [new Float64Array(count), new Uint8Array(count), new Uint8Array(count)];
  const [cause, answers] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)];
  const waits = new Uint8Array(count);
  const present = new Set(events.map((event) => event.by));
  const lanes = actors.filter((actor) => present.has(actor));
  const laneOf = new Map(lanes.map((actor, index) => [actor, index]));
  const places = new Map<EventId, number>();
  const rests: Rest[] = [];
  let x = 0;
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    const gapMs = before ? Math.max(0, event.at - before.at) : 0;
    const gap = Math.min(mostGap, (mostGap * gapMs) / longMs);
    if (gapMs > longMs) rests.push({ at: x + (1 + gap) / 2, tookMs: gapMs });
    x += before ? 1 + gap : 0;
    at[index] = x;
    lane[index] = laneOf.get(event.by) ?? 0;
    shape[index] = shapes.indexOf(shapeOf(event));
    places.set(event.id, index);
    cause[index] = placeOf(event.causationId, places);
    answers[index] = placeOf(event.answers, places);
    if (event.kind === 'proposal') waits[index] = 1;
    const answered = answers[index];
    if (answered >= 0) waits[answered] = 0;
  }
  const laid = { events, lanes, at, lane, shape, cause, answers, waits, rests, steps: count === 0 ? 1 : x + 1 };
  return { ...laid, spans: spansOf(laid) };
}

/** The first event at or after a place, by halving; the number of events when there is none. */
export function firstFrom(at: Float64Array, steps: number): number {
  let [low, high] = [0, at.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) < steps) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placeOf(id: EventId | null | undefined, places: ReadonlyMap<EventId, number>): number {
  return id ? (places.get(id) ?? -1) : -1;
}
