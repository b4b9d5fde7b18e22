import { z } from 'zod';
import { openKnowledge, type Embedder, type KnowledgeDocument, type Where } from '../../src/knowledge';
import { readLines } from './readLines';

const name = z.string().min(1).max(200);

/** A line of a corpus: a document of one customer, or of everybody. */
const corpusLine = z.object({ id: name, text: z.string().max(20_000), customer: name.optional() });

/** A line of a queries file: a question, who asks, and the ids of the documents that answer it. */
const queryLine = z.object({
  id: name,
  query: z.string().max(20_000),
  relevant: z.array(name).min(1),
  customer: name.optional(),
});

export type CorpusLine = z.infer<typeof corpusLine>;
export type QueryLine = z.infer<typeof queryLine>;

/** What retrieval is worth on some questions, as means over all of them, 0 to 1; and question by question. */
export interface RetrievalReport {
  readonly recall5: number;
  readonly ndcg10: number;
  readonly queries: readonly {
    readonly id: string;
    readonly recall5: number;
    readonly ndcg10: number;
    readonly found: readonly string[];
  }[];
}

/** Reads a corpus from JSON lines. @throws naming the line that is wrong. */
export const readCorpus = (text: string): CorpusLine[] => readLines(text, 'corpus', corpusLine);

/** Reads questions from JSON lines. @throws naming the line that is wrong. */
export const readQueries = (text: string): QueryLine[] => readLines(text, 'queries', queryLine);

/** The documents that an agent has from the start, as a corpus. */
export const corpusOf = (documents: readonly KnowledgeDocument[]): CorpusLine[] =>
  documents.map(({ id, text, scope }) => ({ id, text, ...(scope.customer ? { customer: scope.customer } : {}) }));

/**
 * Asks a knowledge base as the agents do: what is shared, and the asker's own when a customer asks. Recall at 5 is the part of the
 * relevant documents among the first five; nDCG at 10 weighs each by 1 ÷ log2(rank + 1) and compares with the best order.
 *
 * @throws when a question names a document that the corpus does not have.
 */
export function evaluateRetrieval(
  corpus: readonly CorpusLine[],
  queries: readonly QueryLine[],
  embedder: Embedder | null,
): RetrievalReport {
  const knowledge = openKnowledge();
  knowledge.useEmbedder(embedder);
  corpus.forEach(({ id, text, customer }) =>
    knowledge.upsert({ id, text, scope: customer ? { customer } : { shared: true }, provenance: 'shop' }),
  );
  const known = new Set(corpus.map((document) => document.id));

  const rows = queries.map(({ id, query, relevant, customer }) => {
    const missing = relevant.find((one) => !known.has(one));
    if (missing) throw new Error(`Query "${id}" names the document "${missing}", which the corpus does not have.`);
    const where: Where = customer ? { anyOf: [{ customer }, { shared: true }] } : { shared: true };
    const found = knowledge.query({ text: query, nResults: 10, where }).map((hit) => hit.document.id);
    const wanted = new Set(relevant);
    const hits = found.map((one) => wanted.has(one));
    const ideal = Array.from({ length: Math.min(10, wanted.size) }, () => true);
    return {
      id,
      recall5: hits.slice(0, 5).filter(Boolean).length / wanted.size,
      ndcg10: gain(hits) / gain(ideal),
      found,
    };
  });
  return { recall5: mean(rows.map((row) => row.recall5)), ndcg10: mean(rows.map((row) => row.ndcg10)), queries: rows };
}

const gain = (hits: readonly boolean[]) =>
  hits.reduce((sum, hit, rank) => sum + (hit ? 1 / Math.log2(rank + 2) : 0), 0);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
