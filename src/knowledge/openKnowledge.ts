import { bm25, Vocabulary, type Posting } from './Postings';
import type { KnowledgeDocument } from './KnowledgeDocument';
import { scopeKey, scopeKeys, type Where } from './Scope';

/** A question to a knowledge base. `where` is not optional: forgetting the filter does not compile. */
export interface Query {
  readonly text: string;
  readonly nResults: number;
  readonly where: Where;
}

/** A document that was found, and what its score is made of. score = parts.text + parts.recency. */
export interface Hit {
  readonly document: KnowledgeDocument;
  readonly score: number;
  readonly parts: { readonly text: number; readonly recency: number };
}

/** What one agent knows. Each agent has its own; it lives in memory and is rebuilt from the log. */
export interface Knowledge {
  /** Adds a document or replaces the one with its id, wherever that was. */
  upsert(document: KnowledgeDocument): void;
  remove(id: string): void;
  /** The nearest documents among those that `where` lets through, best first. Fewer words in common rank lower, none ranks last. */
  query(query: Query): readonly Hit[];
  readonly size: number;
}

interface Row {
  readonly document: KnowledgeDocument;
  readonly scope: string;
  /** Made when it is first searched: rebuilding from a long log need not read texts that nobody asks for. */
  posting: Posting | null;
}

// The newest candidate gets this much more than the oldest: enough to break a tie, too little to beat a word.
const recencyWeight = 0.05;

/** Opens an empty knowledge base: BM25 in memory, filter first, no IO, the same answers for the same documents in any order. */
export function openKnowledge(): Knowledge {
  const rows = new Map<string, Row>();
  const byScope = new Map<string, Set<Row>>();
  const vocabulary = new Vocabulary();

  function remove(id: string): void {
    const row = rows.get(id);
    if (!row) return;
    rows.delete(id);
    const neighbours = byScope.get(row.scope);
    neighbours?.delete(row);
    if (neighbours?.size === 0) byScope.delete(row.scope);
  }

  return {
    upsert(document) {
      const scope = scopeKey(document.scope);
      remove(document.id);
      const row: Row = { document, scope, posting: null };
      rows.set(document.id, row);
      const neighbours = byScope.get(scope);
      if (neighbours) neighbours.add(row);
      else byScope.set(scope, new Set([row]));
    },
    remove,
    query({ text, nResults, where }) {
      const candidates = [...scopeKeys(where)].flatMap((key) => [...(byScope.get(key) ?? [])]);
      const postings = candidates.map((row) => (row.posting ??= vocabulary.index(row.document.text)));
      const scores = bm25(vocabulary.lookUp(text), postings);
      const positions = candidates.map(({ document: { provenance } }) =>
        provenance === 'shop' ? 0 : provenance.position,
      );
      const [oldest, newest] = [minOf(positions), maxOf(positions)];
      return candidates
        .map(({ document }, row): Hit => {
          const recency = newest > oldest ? (recencyWeight * (positions[row]! - oldest)) / (newest - oldest) : 0;
          const parts = { text: scores[row]!, recency };
          return { document, score: parts.text + parts.recency, parts };
        })
        .sort((one, two) => two.score - one.score || (one.document.id < two.document.id ? -1 : 1))
        .slice(0, Math.max(0, nResults));
    },
    get size() {
      return rows.size;
    },
  };
}

// Not Math.max(...list): a list of 100,000 arguments overflows the stack.
const minOf = (list: readonly number[]) => list.reduce((a, c) => Math.min(a, c), Infinity);
const maxOf = (list: readonly number[]) => list.reduce((a, c) => Math.max(a, c), -Infinity);
