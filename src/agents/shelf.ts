import type { WorldEvent } from '../contracts';
import type { Knowledge } from '../knowledge';
import type { AnyAgent } from './defineAgent';

/** The shopkeeper's words take the place of those that the app brings, for agents that read any of the shop's texts. */
export function keepShelf(
  agent: Pick<AnyAgent, 'shelf'>,
  event: WorldEvent,
  shelf: Pick<Knowledge, 'upsert' | 'remove'>,
): void {
  if (event.type !== 'DocumentChanged' || agent.shelf.length === 0) return;
  const { document: id, text } = event.data;
  if (text === null) return shelf.remove(id);
  const provenance = { position: event.position, eventId: event.id };
  shelf.upsert({ id, text, scope: { shared: true }, provenance });
}
