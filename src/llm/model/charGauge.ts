/** Characters a token has, before anything was measured: English in a usual vocabulary. */
const usualCharsPerToken = 3.5;

/** In a short prompt most tokens are what a chat template puts around it: it says nothing of long ones. */
const leastChars = 1000;

/** Counts tokens for a runtime that tells only what it read: by characters, corrected by each answer. */
export interface CharGauge {
  count(text: string): number;
  /** What the runtime counted for a prompt of so many characters. */
  learn(chars: number, tokens: number): void;
}

/** Opens a gauge that knows nothing yet. */
export function charGauge(): CharGauge {
  let charsPerToken = usualCharsPerToken;
  return {
    count: (text) => Math.ceil(text.length / charsPerToken),
    learn(chars, tokens) {
      if (tokens > 0 && chars >= leastChars) charsPerToken = chars / tokens;
    },
  };
}
