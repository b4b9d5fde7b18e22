import type { WorldEvent } from '../contracts';
import { canonicalJson } from '../kernel';
import { valuesThatDiffer, type ValueDifference } from './valuesThatDiffer';

/** The first position at which a replay comes to something else than the log. */
export interface Divergence {
  readonly position: number;
  readonly because: string;
  readonly recorded: WorldEvent;
  /** What is decided now; null when nothing is. */
  readonly replayed: WorldEvent | null;
  /** What the service had in hand; null when it is in no commit before. */
  readonly cause: WorldEvent | null;
  readonly differences: readonly ValueDifference[];
  /** How many seals were held against the log's to find it: it is bisected, as a seal that differs makes every later one differ. */
  readonly lookedAt: number;
}

/** A commit that came out otherwise: what is recorded, and what came instead. */
interface Otherwise {
  readonly recorded: readonly WorldEvent[];
  readonly replayed: readonly WorldEvent[];
  readonly cause: WorldEvent | null;
  /** What the service threw; null when it decided. */
  readonly threw: string | null;
}

/** Goes into a commit that came out otherwise, for the first event of it that did. */
export function divergenceOf(commit: Otherwise, lookedAt: number): Divergence {
  const { recorded, replayed, cause } = commit;
  const at = recorded.findIndex((event, n) => canonicalJson(event) !== canonicalJson(replayed[n] ?? null));
  const event = recorded[Math.max(0, at)] as WorldEvent;
  const now = at < 0 ? null : (replayed[at] ?? null);
  const because = reasonOf(event, now, at, commit);
  const { position } = event;
  const differences = now ? valuesThatDiffer(event, now) : [];
  return { position, because, recorded: event, replayed: now, cause, differences, lookedAt };
}

function reasonOf(event: WorldEvent, now: WorldEvent | null, at: number, commit: Otherwise): string {
  const { recorded, replayed, cause, threw } = commit;
  if (threw !== null) return `${event.by} cannot decide here: ${threw}`;
  if (at < 0 && recorded.length < replayed.length) return `${event.by} decides more here than was recorded`;
  if (at < 0) return 'the events are the same, but the seal does not follow from what was before';
  if (now === null && cause === null) return `nothing before it led ${event.by} to ${event.type}`;
  if (now === null) return `${event.by} decides nothing of the kind here; the log has ${event.type}`;
  if (now.type !== event.type) return `${event.by} decides ${now.type} here; the log has ${event.type}`;
  return `${event.by} decides ${event.type} with other content`;
}
