import { bm25 } from './bm25';
import type { Embedder } from './Embedder';
import { fuse, wordsWeight, type ScoreParts } from './fuse';
import type { KnowledgeDocument } from './KnowledgeDocument';
import { Rows } from './Rows';
import { scopeKey, type Where } from './Scope';
import { TermIndex } from './TermIndex';
import { topOf } from './topOf';
import { Vectors } from './Vectors';

/** A question to a knowledge base. `where` is not optional: forgetting the filter does not compile. */
export interface Query {
  readonly text: string;
  readonly nResults: number;
  readonly where: Where;
}

/** A document that was found, and why: the parts of its score, and the question's words that it has, too. */
export interface Hit {
  readonly document: KnowledgeDocument;
  readonly score: number;
  readonly parts: ScoreParts;
  readonly shared: readonly string[];
}

/** What one agent knows. Each agent has its own; it lives in memory and is rebuilt from the log. */
export interface Knowledge {
  /** Adds a document or replaces the one with its id, wherever that was. */
  upsert(document: KnowledgeDocument): void;
  remove(id: string): void;
  /** The nearest documents among those that `where` lets through, best first. Less in common ranks lower, nothing ranks last. */
  query(query: Query): readonly Hit[];
  /** Searches by meaning, too, from now on; null: by words alone. Vectors of another embedder are made anew. */
  useEmbedder(embedder: Embedder | null): void;
  /** The id of the embedder that searches, null when it goes by words alone. */
  readonly embedder: string | null;
  readonly size: number;
}

/** Opens an empty knowledge base in memory: filter first, then words and meaning; no IO, the same answers for the same documents in any order. */
export function openKnowledge(): Knowledge {
  const rows = new Rows();
  const terms = new TermIndex();
  const vectors = new Vectors();

  function remove(id: string): void {
    const row = rows.remove(id);
    if (row === null) return;
    terms.drop(row);
    vectors.drop(row);
  }

  return {
    upsert(document) {
      // A document that cannot be added must not cost the one it was to replace.
      scopeKey(document.scope);
      remove(document.id);
      rows.add(document);
    },
    remove,
    query({ text, nResults, where }) {
      const candidates = rows.within(where);
      // Texts are read when they are first searched: rebuilding from a long log need not read what nobody asks for.
      for (const row of candidates) {
        terms.bring(row, rows.text(row));
        vectors.bring(row, rows.text(row));
      }
      const counted = terms.count(text, candidates);
      const partsOf = fuse({
        words: bm25(counted),
        meaning: vectors.nearness(text, candidates),
        positions: Float64Array.from(candidates, (row) => rows.position(row)),
        wordsWeight: isPersonal(where) ? wordsWeight.personal : wordsWeight.shared,
      });
      const hitAt = (at: number): Hit => {
        const parts = partsOf(at);
        const score = parts.words + (parts.meaning ?? 0) + parts.recency;
        const shared = counted.words.filter((_, word) => counted.counts[at * counted.words.length + word]);
        return { document: rows.document(candidates[at]!), score, parts, shared };
      };
      const scores = Float64Array.from(candidates, (_, at) => {
        const { words, meaning, recency } = partsOf(at);
        return words + (meaning ?? 0) + recency;
      });
      const idAt = (at: number) => rows.id(candidates[at]!);
      const isBefore = (one: number, two: number) =>
        scores[one]! > scores[two]! || (scores[one] === scores[two] && idAt(one) < idAt(two));
      return topOf(candidates.length, nResults, isBefore).map(hitAt);
    },
    useEmbedder: (embedder) => vectors.use(embedder),
    get embedder() {
      return vectors.embedder?.id ?? null;
    },
    get size() {
      return rows.size;
    },
  };
}

const isPersonal = (where: Where) => ('anyOf' in where ? where.anyOf : [where]).some((scope) => 'customer' in scope);
