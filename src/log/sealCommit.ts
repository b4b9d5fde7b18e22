import { contractOf, type Draft, type WorldEvent } from '../contracts';
import { canonicalJson, deepFreeze, sha256Hex } from '../kernel';
import type { Commit } from './Commit';
import { idsOf, keysOf } from './keys';

/** Where a commit is to be put: after this position and hash, at this time. */
export interface Seat {
  readonly world: string;
  readonly after: number;
  readonly previous: string;
  readonly at: number;
}

/** Makes drafts (already parsed) into the commit that follows `previous`. Pure: the same drafts on the same seat give the same bytes. */
export function sealCommit(drafts: readonly Draft[], seat: Seat): Commit {
  const events = drafts.map((draft, index) => toEvent(draft, seat, seat.after + 1 + index));
  const text = canonicalJson(events);
  return deepFreeze({
    world: seat.world,
    first: seat.after + 1,
    previous: seat.previous,
    hash: hashOfText(seat.previous, text),
    events,
    text,
    keys: keysOf(seat.world, events),
    ids: idsOf(seat.world, events),
  });
}

/** The hash that a commit with these events has when it follows `previous`. */
export function hashOf(previous: string, events: readonly WorldEvent[]): string {
  return hashOfText(previous, canonicalJson(events));
}

/** The same, for events whose canonical JSON is at hand. */
export function hashOfText(previous: string, text: string): string {
  return sha256Hex(`${previous}\n${text}`);
}

function toEvent(draft: Draft, seat: Seat, position: number): WorldEvent {
  const contract = contractOf(draft.type);
  return {
    world: seat.world,
    position,
    id: draft.id,
    kind: contract.kind,
    type: draft.type,
    version: contract.version,
    topic: contract.topic,
    tags: [...new Set(contract.tags(draft.data))],
    data: draft.data,
    at: seat.at,
    by: draft.by,
    external: draft.external ?? false,
    causationId: draft.causationId,
    correlationId: draft.correlationId,
    ...(draft.answers === undefined ? {} : { answers: draft.answers }),
    ...(draft.basis === undefined ? {} : { basis: draft.basis }),
  } as WorldEvent;
}
