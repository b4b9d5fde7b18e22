import { agentDefinitions } from '../../../src/agents';
import { shippedVectors } from '../../../src/knowledge/testing/shippedVectors.suite';
import { corpusOf, evaluateRetrieval, readCorpus, readQueries, type CorpusLine } from '../retrieval';
import { openWorldShop } from './openWorldShop';

/** How much of what answers some questions support's knowledge finds: all of it among five, and how high among ten. */
export interface RetrievalScores {
  readonly recall5: number;
  readonly ndcg10: number;
}

/**
 * Asks support's own retrieval, with the vectors that the app ships. Without a corpus of its own it searches what support knows of the
 * world: the rules and frequent questions, the products, and what it learnt of each customer.
 *
 * @throws naming the line that is wrong, or a document that is not there.
 */
export async function askKnowledge(queries: string, corpus: string | null, world: string): Promise<RetrievalScores> {
  const documents = corpus === null ? await knownOf(world) : readCorpus(corpus);
  const { recall5, ndcg10 } = evaluateRetrieval(documents, readQueries(queries), shippedVectors());
  return { recall5, ndcg10 };
}

async function knownOf(world: string): Promise<readonly CorpusLine[]> {
  const { support } = agentDefinitions;
  const shop = await openWorldShop(world);
  const latest = new Map(corpusOf(support.shelf).map((document) => [document.id, document]));
  let memory: unknown = support.open();
  for (const event of await shop.events()) {
    if (!support.tunedTo.includes(event.type)) continue;
    memory = support.remember(memory, event);
    for (const document of corpusOf(support.learn(event, memory))) latest.set(document.id, document);
  }
  shop.close();
  return [...latest.values()];
}
