import { packContext, type Hit, type Knowledge } from '../knowledge';
import type { Prompt } from '../llm';
import type { AnyAgent, Consideration } from './defineAgent';
import type { Transcript, Why } from './Transcript';

/** Asks the agent's knowledge, fits what was found into the budget, and writes into the transcript what was used, what was not, and why. */
export function buildPrompt(
  agent: AnyAgent,
  { system, sections, queries, budgetTokens }: Consideration,
  knowledge: Knowledge,
  transcript: Transcript,
): Prompt {
  const found = queries.map((query) => knowledge.query(query));
  // Sections and documents share one budget, but a section has no place in the search: only what was found has its reasons.
  const why = new Map(found.flat().map((hit) => [hit.document.id, reasonsOf(hit)]));
  const packed = packContext({
    budgetTokens,
    sections: [
      ...sections.map(({ key, title, text }) => ({ title, required: true, parts: [{ id: key, text, score: 0 }] })),
      ...queries.map(({ title }, i) => ({
        title,
        required: false,
        parts: found[i]!.map(({ document: { id, text }, score }) => ({ id, text, score })),
      })),
    ],
  });
  const kept = packed.sections.slice(sections.length).map((section) => section.parts);
  const shown = [
    ...sections.map((section, i) => ({ ...section, text: packed.sections[i]!.parts[0]!.text })),
    ...queries.map(({ key, title }, i) => ({
      key,
      title,
      text: kept[i]!.map((part) => `- ${part.text}`).join('\n') || '(nothing)',
      value: kept[i]!.map(({ id, text }) => ({ id, text })),
    })),
  ];
  transcript.documents = kept
    .flat()
    .map((part) => ({ ...part, score: short(part.score), why: why.get(part.id) ?? null }));
  transcript.dropped = packed.dropped.map((one) => ({ ...one, why: why.get(one.id) ?? null }));
  transcript.embedder = knowledge.embedder;
  transcript.budget = packed.budget;
  const prompt = {
    task: agent.name,
    system,
    sections: shown,
    tools: agent.toolSpecs,
    decision: agent.decisionSchema,
    exchanges: [],
  };
  transcript.prompt = prompt;
  return prompt;
}

// Four digits say why one came before the other; more only fill the transcript.
const short = (value: number) => Math.round(value * 1e4) / 1e4;

function reasonsOf({ parts: { words, meaning, recency }, shared }: Hit): Why {
  const parts = { words: short(words), meaning: meaning === null ? null : short(meaning), recency: short(recency) };
  return { parts, shared };
}
