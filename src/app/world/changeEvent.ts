import { z } from 'zod';
import { eventId, parseDraft, type Draft, type WorldEvent } from '../../contracts';
import { AppError } from '../../kernel';
import { openLog, sealSide, type Log, type LogStore, type Side } from '../../log';

/** One thing that is otherwise in a fork: a proposal with other content. `texts` are new texts for the fields that hold refs. */
export const eventChange = z.strictObject({
  event: eventId,
  data: z.record(z.string(), z.unknown()),
  texts: z.record(z.string().max(60), z.string().max(300_000)),
});
export type EventChange = z.infer<typeof eventChange>;

/** A commit as it is to be in a fork. */
export interface ChangedCommit {
  /** The fork begins after this position: before the commit that is changed. */
  readonly after: number;
  readonly drafts: readonly Draft[];
  readonly sides: readonly Side[];
  readonly at: number;
  /** The reader whose work this commit was, and how far it had come with it. */
  readonly checkpoint: { readonly reader: string; readonly position: number; readonly attempts: number } | null;
}

/**
 * The commit of an event, with other content for that one. Only proposals can be changed, an agent's or from outside: facts and refusals are what
 * services make of them, and they will decide again.
 * @throws InvalidInput, InvalidEvent naming the field: no such proposal, or not its declared shape.
 */
export async function changedCommit(
  log: Log,
  change: EventChange,
  place: { readonly world: string; salt(): string },
): Promise<ChangedCommit> {
  const event = await log.event(change.event);
  if (!event) throw new AppError('InvalidInput', 'There is no such event in this world: choose another to change.');
  if (event.kind !== 'proposal') {
    const words = `${event.type} is no proposal: it follows from one. Change what it answers, and it is decided again.`;
    throw new AppError('InvalidInput', words);
  }
  const [commit] = await log.commits(event.position - 1, 1);
  if (!commit || commit.first < 2)
    throw new AppError('InvalidInput', 'Nothing comes before the first event of a world.');
  const sides: Side[] = [];
  const data: Record<string, unknown> = { ...change.data };
  for (const [field, text] of Object.entries(change.texts)) {
    const old = event.data[field as keyof typeof event.data] as Side['ref'] | undefined;
    const subject = (old && (await log.side(old))?.subject) ?? 'shop';
    const side = sealSide(text.toWellFormed(), { world: place.world, subject, salt: place.salt() });
    sides.push(side);
    data[field] = side.ref;
  }
  const drafts = commit.events.map((one) => parseDraft(draftOf(one, one.id === event.id ? data : one.data)));
  const decided = commit.events.find((one) => one.type === 'AgentDecided');
  const trigger = decided && (await log.event(decided.data.trigger));
  const checkpoint = trigger ? { reader: `agent:${decided.by}`, position: trigger.position, attempts: 0 } : null;
  return { after: commit.first - 1, drafts, sides, at: event.at, checkpoint };
}

/** Writes it into the fork; a second time changes nothing. */
export async function writeChanged(store: LogStore, fork: string, changed: ChangedCommit): Promise<void> {
  const { drafts, sides, at, checkpoint } = changed;
  const log = await openLog(store, fork);
  await log.append({ drafts, sides, at, ...(checkpoint ? { checkpoint } : {}) });
}

/** What was proposed, to be proposed again with this content. */
export function draftOf(event: WorldEvent, data: unknown = event.data): object {
  const { id, type, by, external, causationId, correlationId, answers, basis } = event;
  return {
    ...{ id, type, data, by, external, causationId, correlationId },
    ...(answers === undefined ? {} : { answers }),
    ...(basis === undefined ? {} : { basis }),
  };
}
