import type { EventId, WorldEvent } from '../contracts';
import { planOf, type Field } from './Field';

/** Looks events up by one tag, or by the story they belong to; oldest first. */
export type FindEvents = (
  lookup: { readonly tag: string } | { readonly correlation: EventId },
) => Promise<readonly WorldEvent[]>;

/** Every event that can have had a part in a field, oldest first, without reading the rest of the log. */
export async function eventsAbout(find: FindEvents, field: Field): Promise<readonly WorldEvent[]> {
  const { tag, wholeStory } = planOf(field);
  const tagged = await find({ tag: tag(field.key) });
  if (!wholeStory) return tagged;
  const stories = [...new Set(tagged.map((event) => event.correlationId))];
  const all = await Promise.all(stories.map((correlation) => find({ correlation })));
  const byId = new Map([...tagged, ...all.flat()].map((event) => [event.id, event]));
  return [...byId.values()].sort((a, b) => a.position - b.position);
}
