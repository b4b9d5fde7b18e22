import { tokensOf } from '../knowledge';
import type { Prompt, PromptSection } from '../llm';
import type { Transcript } from './Transcript';

/**
 * The prompt without the document that ranks last of those it shows, which the transcript then names among what was left out; null when it
 * shows none.
 */
export function leaveOutLeast(prompt: Prompt, transcript: Transcript, because: string): Prompt | null {
  const [first, ...others] = transcript.documents;
  if (!first) return null;
  const least = others.reduce((low, one) => (one.score <= low.score ? one : low), first);
  transcript.documents = transcript.documents.filter(({ id }) => id !== least.id);
  transcript.dropped = [...transcript.dropped, { id: least.id, because, tokens: tokensOf(least.text), why: least.why }];
  return { ...prompt, sections: prompt.sections.map((section) => without(section, least.id)) };
}

/** Sections of documents are lists of `{ id, text }`, as `buildPrompt` writes them; others stay as they are. */
function without(section: PromptSection, id: string): PromptSection {
  const { value } = section;
  if (!Array.isArray(value) || !value.some((one: unknown) => isDocument(one) && one.id === id)) return section;
  const kept = value.filter((one: unknown) => isDocument(one) && one.id !== id) as { id: string; text: string }[];
  return { ...section, value: kept, text: kept.map(({ text }) => `- ${text}`).join('\n') || '(nothing)' };
}

function isDocument(one: unknown): one is { readonly id: string; readonly text: string } {
  return typeof one === 'object' && one !== null && 'id' in one && 'text' in one;
}
