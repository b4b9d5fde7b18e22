import { agentDefinitions, openLearning, type Learning, type Transcript } from '../../agents';
import { tag, type CustomerId, type EventOf, type WorldEvent } from '../../contracts';
import { compareFields, freshnessOf, type BeliefField, type Freshness, type PastStates } from '../../history';
import type { Log } from '../../log';
import { stalenessOf } from '../../services';
import { agentTools } from './agentTools';
import { customerOf } from './customerOf';

/** Something an agent was shown, beside what was true at its basis and what is true now. */
export interface Belief {
  readonly kind: 'lookup' | 'document';
  /** The tool and what it was asked, or the document's id. */
  readonly what: string;
  readonly fields: readonly BeliefField[];
  readonly freshness: Freshness;
  /** The last event that changed it after the basis. */
  readonly movedBy: WorldEvent | null;
}

/** A proposal of a decision, and what came of it. */
export interface Proposed {
  readonly proposal: WorldEvent;
  readonly answer: WorldEvent | null;
  /** Facts that came after its basis and make it stale, until it was answered; at most ten for each of its reasons. */
  readonly moved: readonly WorldEvent[];
}

/** A decision beside the world it was made in. */
export interface DecisionReport {
  readonly trigger: WorldEvent | null;
  readonly basis: number;
  /** What counts as now. */
  readonly upTo: number;
  readonly beliefs: readonly Belief[];
  readonly proposals: readonly Proposed[];
  /** What it came to know, or to know otherwise, between its turn before and this one's basis; the newest first. */
  readonly learned: {
    /** The position of its turn before; 0 when this was its first. */
    readonly since: number;
    readonly documents: readonly { readonly id: string; readonly text: string }[];
    readonly inAll: number;
  };
}

const batch = 2000;
const mostLearned = 30;

/** Looks at a decision from a later position. The log is read as the agent would read it; nothing is asked of any engine. */
export async function decisionReport(
  decided: EventOf<'AgentDecided'>,
  transcript: Transcript | null,
  upTo: number,
  { log, past }: { readonly log: Log; readonly past: PastStates },
): Promise<DecisionReport> {
  const basis = decided.basis ?? decided.position - 1;
  const trigger = await log.event(decided.data.trigger);
  const customer = trigger && (await customerOf(log, trigger));
  const ends = { log, past, basis, upTo: Math.max(basis, upTo) };
  const since = await turnBefore(log, decided);
  const known = openLearning(agentDefinitions[decided.data.agent]);
  await follow(log, known, 0, basis);
  const learned = known.learned().filter(({ provenance }) => provenance !== 'shop' && provenance.position > since);
  const shown = transcript?.documents ?? [];
  const then = new Map(shown.map(({ id }) => [id, known.document(id)?.text ?? null]));
  await follow(log, known, basis, ends.upTo);
  const now = await Promise.all(shown.map(({ id, text }) => aboutDocument(ends, text, then.get(id), id, known)));
  return {
    trigger,
    basis,
    upTo: ends.upTo,
    beliefs: [...(transcript ? await lookups(transcript, customer, ends) : []), ...now],
    proposals: await proposed(decided, ends),
    learned: {
      since,
      documents: learned
        .slice(-mostLearned)
        .reverse()
        .map(({ id, text }) => ({ id, text })),
      inAll: learned.length,
    },
  };
}

interface Ends {
  readonly log: Log;
  readonly past: PastStates;
  readonly basis: number;
  readonly upTo: number;
}

async function lookups(
  { toolCalls }: Transcript,
  customer: CustomerId | null,
  { log, past, basis, upTo }: Ends,
): Promise<Belief[]> {
  if (toolCalls.length === 0) return [];
  const [then, now] = [(await past.at(basis)).views, (await past.at(upTo)).views];
  const beliefs = toolCalls.map(async ({ tool, args, result }): Promise<Belief | null> => {
    const answer = agentTools.get(tool);
    if (!answer) return null;
    const latest = answer(now, args, customer);
    const fields = compareFields(result, answer(then, args, customer).result, latest.result);
    const movedBy = latest.changedAt > basis ? await eventAt(log, latest.changedAt) : null;
    return {
      kind: 'lookup',
      what: `${tool}(${JSON.stringify(args)})`,
      fields,
      freshness: freshnessOf(fields),
      movedBy,
    };
  });
  return (await Promise.all(beliefs)).flatMap((belief) => belief ?? []);
}

async function aboutDocument(
  { log, basis, upTo }: Ends,
  shown: string,
  then: string | null | undefined,
  id: string,
  known: Learning,
): Promise<Belief> {
  const latest = known.document(id);
  const fields = compareFields(shown, then, latest?.text ?? null);
  const place = latest?.provenance;
  const movedAt = place && place !== 'shop' && place.position > basis ? place.position : null;
  const movedBy = movedAt === null ? await withdrawalOf(id, { log, basis, upTo }) : await eventAt(log, movedAt);
  return { kind: 'document', what: id, fields, freshness: freshnessOf(fields), movedBy };
}

/** What is not there any more says nothing of why: the shopkeeper took it away. */
async function withdrawalOf(id: string, { log, basis, upTo }: Omit<Ends, 'past'>): Promise<WorldEvent | null> {
  const lookup = { type: 'DocumentChanged', tag: tag.document(id) } as const;
  const [last] = await log.find(lookup, { after: basis, upTo, reverse: true, limit: 1 });
  return last ?? null;
}

async function turnBefore(log: Log, { tags, position }: EventOf<'AgentDecided'>): Promise<number> {
  const [tag = ''] = tags;
  const [before] = await log.find({ type: 'AgentDecided', tag }, { upTo: position - 1, reverse: true, limit: 1 });
  return before?.position ?? 0;
}

async function follow(log: Log, learning: Learning, after: number, upTo: number): Promise<void> {
  for (let read = after; read < upTo;) {
    const events = (await log.read(read, Math.min(batch, upTo - read))).filter(({ position }) => position <= upTo);
    const last = events.at(-1);
    if (!last) return;
    for (const event of events) learning.observe(event);
    read = last.position;
  }
}

async function proposed(decided: WorldEvent, { log, basis, upTo }: Ends): Promise<Proposed[]> {
  const story = await log.find({ correlation: decided.correlationId }, { upTo });
  const mine = story.filter((event) => event.kind === 'proposal' && event.causationId === decided.id);
  return Promise.all(
    mine.map(async (proposal) => {
      const answer = story.find((event) => event.answers === proposal.id) ?? null;
      const moved = new Map<number, WorldEvent>();
      for (const { type, tag } of stalenessOf(proposal)) {
        const lookup = { type: type as WorldEvent['type'], tag };
        const until = answer ? answer.position - 1 : upTo;
        for (const fact of await log.find(lookup, { after: basis, upTo: until, limit: 10 }))
          moved.set(fact.position, fact);
      }
      return { proposal, answer, moved: [...moved.values()].sort((one, other) => one.position - other.position) };
    }),
  );
}

async function eventAt(log: Log, position: number): Promise<WorldEvent | null> {
  return (await log.read(position - 1, 1)).find((event) => event.position === position) ?? null;
}
