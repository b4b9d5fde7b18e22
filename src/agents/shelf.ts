import type { WorldEvent } from '../contracts';
import type { KnowledgeDocument } from '../knowledge';
import type { AnyAgent } from './defineAgent';

/** What an event does to the texts that an agent reads: one is put there in place of its older words, one is taken away, or nothing. */
export type ShelfChange = { readonly put: KnowledgeDocument } | { readonly take: string } | null;

/** The shopkeeper's words take the place of those that the app brings, for agents that read any. */
export function shelfChange(agent: Pick<AnyAgent, 'shelf'>, event: WorldEvent): ShelfChange {
  if (event.type !== 'DocumentChanged' || agent.shelf.length === 0) return null;
  const { document: id, text } = event.data;
  if (text === null) return { take: id };
  return { put: { id, text, scope: { shared: true }, provenance: { position: event.position, eventId: event.id } } };
}
