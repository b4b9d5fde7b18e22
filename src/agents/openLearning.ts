import type { WorldEvent } from '../contracts';
import type { KnowledgeDocument } from '../knowledge';
import type { AnyAgent } from './defineAgent';
import { keepShelf } from './shelf';

/** What an agent knows as far as it has been shown a history. */
export interface Learning {
  /** To be called for every event, in order. */
  observe(event: WorldEvent): void;
  /** A document as it is by now, of its shelf or learned; null when there is none. */
  document(id: string): KnowledgeDocument | null;
  /** The shop's texts that it reads, as they are by now. */
  shelf(): readonly KnowledgeDocument[];
  /** What it learned, in the order in which it last changed. */
  learned(): readonly KnowledgeDocument[];
  /** What it remembers by now. It goes on changing with what is observed. */
  memory(): unknown;
}

/** Follows a history as the agent would, without asking any engine. */
export function openLearning(agent: AnyAgent): Learning {
  const shelf = new Map(agent.shelf.map((document) => [document.id, document]));
  const learned = new Map<string, KnowledgeDocument>();
  const tunedTo = new Set<string>(agent.tunedTo);
  let memory = agent.open();
  return {
    observe(event) {
      keepShelf(agent, event, {
        upsert: (document) => void shelf.set(document.id, document),
        remove: (id) => void shelf.delete(id),
      });
      if (!tunedTo.has(event.type) && event.by !== agent.name) return;
      memory = agent.remember(memory, event);
      for (const document of agent.learn(event, memory)) {
        // Changed is newest again.
        learned.delete(document.id);
        learned.set(document.id, document);
      }
    },
    document: (id) => learned.get(id) ?? shelf.get(id) ?? null,
    shelf: () => [...shelf.values()],
    learned: () => [...learned.values()],
    memory: () => memory,
  };
}
