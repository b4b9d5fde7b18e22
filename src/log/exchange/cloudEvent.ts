import type { WorldEvent } from '../../contracts';
import { momentOf, type EventLine } from './exportLines';

/** An event as CloudEvents 1.0: everything that `eventOf` needs to make the stored bytes again, and nothing else. */
export function cloudEventOf(event: WorldEvent): EventLine {
  // In the order that the file has them in, so that nobody has to sort them.
  return {
    ...(event.answers === undefined ? {} : { answers: event.answers }),
    ...(event.causationId === null ? {} : { causationid: event.causationId }),
    correlationid: event.correlationId,
    data: {
      ...(event.basis === undefined ? {} : { basis: event.basis }),
      message: event.data,
      tags: event.tags as string[],
    },
    datacontenttype: 'application/json',
    external: event.external,
    id: event.id,
    kind: event.kind,
    messageversion: event.version,
    position: event.position,
    source: `/worlds/${event.world}/${event.by}`,
    specversion: '1.0',
    ...(event.tags[0] === undefined ? {} : { subject: event.tags[0] }),
    time: momentOf(event.at),
    topic: event.topic,
    type: event.type,
  };
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
