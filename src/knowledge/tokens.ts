import { estimateTokenCount } from 'tokenx';

/** How many tokens a text takes in a model we do not know: tokenx, with a quarter on top to be on the safe side. */
export function tokensOf(text: string): number {
  return Math.ceil(estimateTokenCount(text) * 1.25);
}

/** The beginning of a text that fits into so many tokens; the whole text when it does. Never ends in half a surrogate pair. */
export function cutToTokens(text: string, maxTokens: number): string {
  // Counting is linear, and a letter may be long: first cut to what could not fit in any language.
  let kept = text.slice(0, maxTokens * 8);
  for (let used = tokensOf(kept); kept !== '' && used > maxTokens; used = tokensOf(kept)) {
    kept = kept.slice(0, Math.min(kept.length - 1, Math.floor((kept.length * maxTokens) / used)));
  }
  return kept.length < text.length ? kept.replace(/[\uD800-\uDBFF]$/, '') : text;
}
