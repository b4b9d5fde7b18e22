import type { SupportDecision } from '../decision';
import type { Sentence } from './wording';

/** The whole reply. It asks when one of its sentences does; it refuses when one does and none asks. */
export function letterOf(from: string, sentences: readonly Sentence[]): NonNullable<SupportDecision['reply']> {
  // A name is only repeated when it looks like one: it is whatever the sender wrote.
  const first = /^\p{L}[\p{L}'-]{0,30}(?=\s|$)/u.exec(from.trim())?.[0];
  const body = sentences.map((sentence) => sentence.text).join('\n\n');
  const kinds = new Set(sentences.map((sentence) => sentence.kind));
  return {
    kind: kinds.has('question') ? 'question' : kinds.has('refusal') ? 'refusal' : 'answer',
    text: `Hello${first ? ` ${first}` : ''},\n\n${body}\n\nKind regards\nCommon Ground`.slice(0, 6000).toWellFormed(),
    claims: sentences.flatMap((sentence) => sentence.claims).slice(0, 20),
  };
}
