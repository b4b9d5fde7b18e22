import { contractOf, isEventType, parseDraft, type Ref, type WorldEvent } from '../contracts';
import { AppError } from '../kernel';
import { genesis, lastPosition, type Commit } from './Commit';
import type { Log } from './openLog';
import { readAhead } from './readAhead';
import { hashOf, hashOfText } from './sealCommit';
import { sideIsIntact } from './sealSide';

/** What a check of the whole history found. */
export interface Verification {
  readonly intact: boolean;
  readonly events: number;
  /** How many texts that events refer to are gone from the side store: forgotten, not forged. */
  readonly erased: number;
  /** The first bad position, and what is wrong there. */
  readonly badAt: number | null;
  readonly because: string | null;
  readonly head: { readonly position: number; readonly hash: string };
}

/**
 * Reads the whole history and checks each commit: positions without gaps, the hash chain, every event against its contract, every
 * text in the side store against the ref that stands in the event. It finds any
 * edit that did not re-seal all that follows; a re-sealed forgery it finds only against a head hash noted elsewhere.
 * @throws Cancelled when the signal fires.
 */
export async function verify(
  log: Log,
  options: {
    signal?: AbortSignal;
    onProgress?: (position: number) => void;
    /** Sees every commit that was found good, in order. */
    onCommit?: (commit: Commit) => Promise<void>;
  } = {},
): Promise<Verification> {
  let position = 0;
  let hash = genesis;
  const refs = new Map<Ref, number>();
  const bad = (badAt: number, because: string): Verification => ({
    intact: false,
    events: position,
    erased: 0,
    badAt,
    because,
    head: { position, hash },
  });
  // What is written meanwhile is read, too: the head is looked at after the last of it.
  for (let before = -1; position > before && (before < 0 || position < log.world().head);) {
    before = position;
    for await (const commits of readAhead(log, position)) {
      if (options.signal?.aborted) throw new AppError('Cancelled', `Verifying was stopped at position ${position}.`);
      for (const commit of commits) {
        const fault = faultOf(commit, position, hash);
        if (fault) return bad(fault.at, fault.because);
        for (const event of commit.events) for (const ref of refsOf(event)) refs.set(ref, event.position);
        position = lastPosition(commit);
        hash = commit.hash;
        await options.onCommit?.(commit);
      }
      options.onProgress?.(position);
    }
  }
  const world = position > log.world().head ? await log.refresh() : log.world();
  if (position !== world.head)
    return bad(position + 1, `the world's head says ${world.head}, the last event is ${position}`);
  if (hash !== world.headHash && position > world.forkAt)
    return bad(position, 'the head hash is not that of the last commit');
  let erased = 0;
  for (const [ref, at] of refs) {
    const side = await log.side(ref);
    if (side === null) erased += 1;
    else if (!sideIsIntact(side))
      return bad(at, 'the text it refers to in the side store is not the one it was sealed with');
  }
  return {
    intact: true,
    events: position,
    erased,
    badAt: null,
    because: null,
    head: { position, hash },
  };
}

type Checked = Pick<Commit, 'first' | 'previous' | 'hash' | 'events' | 'text'>;
type Fault = { readonly at: number; readonly because: string };

/** What is wrong with a commit that should follow this position and hash; null when nothing is. */
export function faultOf(commit: Checked, position: number, hash: string): Fault | null {
  return faultOfPlace(commit, position, hash) ?? faultOfEvents(commit, position + 1) ?? faultOfSeal(commit, hash);
}

/** The same without a look at what its events say: each stands at its place, and has the bytes that were sealed. */
export function faultOfChain(commit: Checked, position: number, hash: string): Fault | null {
  const astray = commit.events.findIndex((event, index) => event.position !== position + 1 + index);
  return (
    faultOfPlace(commit, position, hash) ??
    (astray < 0 ? null : { at: position + 1 + astray, because: 'its event says it is elsewhere' }) ??
    faultOfSeal(commit, hash)
  );
}

function faultOfPlace(commit: Checked, position: number, hash: string): Fault | null {
  const at = position + 1;
  if (commit.first !== at)
    return {
      at,
      because: `position ${at} is missing; the next commit begins at ${commit.first}`,
    };
  if (commit.previous !== hash) return { at, because: 'the commit does not follow the one before it' };
  return commit.events.length === 0 ? { at, because: 'the commit is empty' } : null;
}

function faultOfEvents({ events }: Checked, at: number): Fault | null {
  for (const [index, event] of events.entries()) {
    const because = faultOfEvent(event, at + index);
    if (because) return { at: at + index, because };
  }
  return null;
}

function faultOfSeal(commit: Checked, hash: string): Fault | null {
  // Where the events were read from a text, its bytes are what was sealed.
  const own = commit.text === undefined ? hashOf(hash, commit.events) : hashOfText(hash, commit.text);
  return own === commit.hash
    ? null
    : { at: commit.first, because: 'the content does not have the hash it was sealed with' };
}

/** What is wrong with an event that should be at this position, looked at by itself; null when nothing is. */
export function faultOfEvent(event: WorldEvent, position: number): string | null {
  if (event.position !== position) return `it says it is at position ${event.position}`;
  if (!isEventType(event.type)) return `there is no message called "${String(event.type)}"`;
  const known = contractOf(event.type).version;
  if (event.version > known)
    return `it has version ${event.version} of ${event.type}, this app knows ${known}: update the app`;
  const { id, type, data, by, external, causationId, correlationId, answers, basis } = event;
  try {
    parseDraft({
      id,
      type,
      data,
      by,
      external,
      causationId,
      correlationId,
      answers,
      basis,
    });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const contract = contractOf(type);
  if (event.kind !== contract.kind || event.topic !== contract.topic) return `kind or topic is not that of ${type}`;
  return null;
}

/** The refs an event holds: no other field of any contract is 64 hex digits. */
export function refsOf(event: WorldEvent): Ref[] {
  return Object.values(event.data).filter(
    (value): value is Ref => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value),
  );
}
