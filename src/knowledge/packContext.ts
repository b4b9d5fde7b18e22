import { cutToTokens, tokensOf } from './tokens';

/** Something that could go into a prompt. */
export interface ContextPart {
  readonly id: string;
  readonly text: string;
  readonly score: number;
}

/** A titled part of a prompt. A required one goes in whatever it costs, cut if it must be; the others share what is left. */
export interface ContextSection {
  readonly title: string;
  readonly required: boolean;
  /** Best first. */
  readonly parts: readonly ContextPart[];
}

/** What was left out, and why. */
export interface Dropped {
  readonly id: string;
  readonly because: string;
  readonly tokens: number;
}

/** A prompt's context within its budget: the sections in the order given, with the parts that fit. */
export interface PackedContext {
  readonly sections: readonly { readonly title: string; readonly parts: readonly ContextPart[] }[];
  readonly dropped: readonly Dropped[];
  readonly budget: { readonly tokens: number; readonly used: number };
}

/**
 * Fills a token budget: first what is required, then the best of each section, the second best of each, and so on. What does not
 * fit is named with its reason, and something smaller may take its place.
 */
export function packContext(ask: {
  readonly budgetTokens: number;
  readonly sections: readonly ContextSection[];
}): PackedContext {
  const kept = ask.sections.map((): ContextPart[] => []);
  const dropped: Dropped[] = [];
  let used = 0;

  const take = (section: number, part: ContextPart, tokens: number) => {
    kept[section]!.push(part);
    used += tokens;
  };
  ask.sections.forEach((section, i) => {
    if (!section.required) return;
    for (const part of section.parts) {
      const text = cutToTokens(part.text, Math.max(0, ask.budgetTokens - used));
      const tokens = tokensOf(text);
      take(i, text === part.text ? part : { ...part, text }, tokens);
      if (text !== part.text)
        dropped.push({
          id: part.id,
          because: 'the end was cut to fit the budget',
          tokens: tokensOf(part.text) - tokens,
        });
    }
  });
  const optional = ask.sections.map((section) => (section.required ? [] : section.parts));
  for (let rank = 0; optional.some((parts) => rank < parts.length); rank++) {
    optional.forEach((parts, i) => {
      const part = parts[rank];
      if (!part) return;
      const tokens = tokensOf(part.text);
      const left = ask.budgetTokens - used;
      if (tokens <= left) take(i, part, tokens);
      else dropped.push({ id: part.id, because: `needs ${tokens} tokens, ${Math.max(0, left)} were left`, tokens });
    });
  }
  return {
    sections: ask.sections.map((section, i) => ({ title: section.title, parts: kept[i]! })),
    dropped,
    budget: { tokens: ask.budgetTokens, used },
  };
}
