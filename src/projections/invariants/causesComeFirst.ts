import type { EventId } from '../../contracts';
import { defineInvariant } from './Invariant';

/** "Why is this so?" always has an answer that lies earlier in the log. Remembers every event's id and story. */
export const causesComeFirst = defineInvariant<Map<EventId, EventId>>({
  id: 'INV10',
  says: 'Every cause precedes its effect, and an effect belongs to the story of its cause.',
  open: () => new Map(),
  check(storyOf, { id, causationId, correlationId }) {
    const known = storyOf.has(id);
    const causeStory = causationId === null ? undefined : storyOf.get(causationId);
    const begins = correlationId === id;
    const storyKnown = storyOf.has(correlationId);
    storyOf.set(id, correlationId);
    if (known) return `${id} is recorded twice`;
    if (causationId !== null && causeStory === undefined) return `its cause ${causationId} is not known before it`;
    if (causeStory !== undefined && causeStory !== correlationId) {
      return `it says that it belongs to ${correlationId}, its cause to ${causeStory}`;
    }
    return begins || storyKnown ? null : `the story ${correlationId} is not known before it`;
  },
});
