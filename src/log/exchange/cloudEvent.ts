import type { WorldEvent } from '../../contracts';
import { canonicalJson } from '../../kernel';
import type { Commit } from '../Commit';
import { momentOf, type EventLine } from './exportLines';

/**
 * An event as CloudEvents 1.0: everything that `eventOf` needs to make the stored bytes again, and nothing else. Its fields come in the order of
 * canonical JSON, so that nobody has to sort them; what it has not is undefined, which JSON leaves out.
 */
export function cloudEventOf(event: WorldEvent): EventLine {
  return {
    answers: event.answers,
    causationid: event.causationId ?? undefined,
    correlationid: event.correlationId,
    data: { basis: event.basis, message: event.data, tags: event.tags as string[] },
    datacontenttype: 'application/json',
    external: event.external,
    id: event.id,
    kind: event.kind,
    messageversion: event.version,
    position: event.position,
    source: `/worlds/${event.world}/${event.by}`,
    specversion: '1.0',
    subject: event.tags[0],
    time: momentOf(event.at),
    topic: event.topic,
    type: event.type,
  };
}

/**
 * That line's canonical JSON. What was read from canonical JSON has its fields in order already, all the way down: the platform writes it as it is,
 * several times faster. No message has a field whose name is a number, which alone would lose its place.
 */
export function cloudEventText(event: WorldEvent, { text }: Pick<Commit, 'text'>): string {
  const line = cloudEventOf(event);
  return text === undefined ? canonicalJson(line) : JSON.stringify(line);
}

/**
 * The event that a line was written from. `type` and `data` are what the line says; whether they are a declared message is for
 * `faultOfEvent` to judge.
 */
export function eventOf(line: EventLine): WorldEvent {
  const [, , world = '', by = ''] = line.source.split('/');
  return {
    world,
    position: line.position,
    id: line.id,
    kind: line.kind,
    type: line.type,
    version: line.messageversion,
    topic: line.topic,
    tags: line.data.tags,
    data: line.data.message,
    at: Date.parse(line.time),
    by,
    external: line.external,
    causationId: line.causationid ?? null,
    correlationId: line.correlationid,
    ...(line.answers === undefined ? {} : { answers: line.answers }),
    ...(line.data.basis === undefined ? {} : { basis: line.data.basis }),
  } as unknown as WorldEvent;
}
