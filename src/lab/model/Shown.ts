import { tokensOf, type KnowledgeDocument } from '../../knowledge';

/** A document as a model would see it. */
export interface ShownDocument {
  readonly id: string;
  readonly text: string;
  readonly tokens: number;
  /** It belongs to another customer: it must not be here. */
  readonly foreign: boolean;
}

/** What a model would be told about a letter: the texts, about how many tokens they are, how many belong to somebody else. */
export interface Shown {
  readonly documents: readonly ShownDocument[];
  readonly tokens: number;
  readonly foreign: number;
}

/** Looks at texts as the prompt of this customer's letter. */
export function shownTo(customer: string, documents: readonly KnowledgeDocument[]): Shown {
  const shown = documents.map(({ id, text, scope }) => ({
    id,
    text,
    tokens: tokensOf(text),
    foreign: scope.customer !== undefined && scope.customer !== customer,
  }));
  const sum = (count: (one: ShownDocument) => number) => shown.reduce((total, one) => total + count(one), 0);
  return { documents: shown, tokens: sum((one) => one.tokens), foreign: sum((one) => Number(one.foreign)) };
}
