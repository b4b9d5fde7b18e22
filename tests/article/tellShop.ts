import type { Actor, EventId, EventType, WorldEvent } from '../../src/contracts';
import type { TestShop } from './shopInOneThread';

interface Said {
  readonly type: EventType;
  readonly by: Actor;
  readonly data: object;
}

/** Says something to a shop for which no screen and no file exists: a proposal from outside, as it stands. */
export async function tellShop({ world }: TestShop, id: string, { type, by, data }: Said): Promise<WorldEvent> {
  const eventId = `said-${id}` as EventId;
  const draft = { id: eventId, type, data, by, external: true, causationId: null, correlationId: eventId };
  const { events } = await world.log.append({ drafts: [draft], at: world.clock.now() });
  return events[0]!;
}
