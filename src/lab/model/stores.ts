import { openKnowledge, type KnowledgeDocument } from '../../knowledge';

/** Finds the texts nearest to a letter of this customer. */
export type FindNearest = (customer: string, letter: string, nResults: number) => readonly KnowledgeDocument[];

/** The app's own store: whose a text is comes first, then how near it is. */
export function filteredStore(documents: readonly KnowledgeDocument[]): FindNearest {
  const knowledge = openKnowledge();
  for (const document of documents) knowledge.upsert(document);
  return (customer, text, nResults) =>
    knowledge
      .query({ text, nResults, where: { anyOf: [{ customer }, { shared: true }] } })
      .map(({ document }) => document);
}

/** A store without owners: everything is everybody's. It stands here, to be looked at, and nowhere else in the house. */
export function unfilteredStore(documents: readonly KnowledgeDocument[]): FindNearest {
  const knowledge = openKnowledge();
  for (const document of documents) knowledge.upsert({ ...document, scope: { shared: true } });
  const byId = new Map(documents.map((document) => [document.id, document]));
  return (_, text, nResults) =>
    knowledge.query({ text, nResults, where: { shared: true } }).map(({ document }) => byId.get(document.id)!);
}
