/** No mail says more than this in clauses that matter; the rest of a very long one is not looked at. */
const most = 80;
const atTheEnd = 40;

/** Cuts a text into clauses: sentences, list items, and halves joined by "and also", "but please" and the like. */
export function clausesOf(text: string): string[] {
  return (
    text
      // A long line that goes on in the next one is one sentence; a list item is its own.
      .replace(/(?<=[^\n]{50}[^.!?:\n])\n(?=\S)(?![-*•]|\d+[.)]|[a-e]\)|#)/g, ' ')
      .replace(/([a-z)])\.\.+\s*/gi, '$1. ')
      .split(
        /(?<=[.!?;])(?<!\bn[or]\.)(?<!\b(?:mr|ms|mrs|dr|st|apt|ste|ave|approx|e\.g|i\.e|resp|etc)\.)\s+|\n+|\s+(?=(?:[2-9]|[b-e])\)\s)|,?\s+(?=(?:and|but|also|plus)\s+(?:also\b|please\b|could\b|can\b|would\b|i\b|where\b|when\b|cancel|refund|return|exchange|change|keep|leave|send\b|do you\b|is (?:the|my|it)\b|are\b|what\b|how\b|the\b))|,\s+(?=(?:please|so please|can you|could you|kindly|pls|just)\b)/i,
      )
      .map((clause) => clause.trim())
      .filter((clause) => clause !== '')
      .filter((_, i, all) => i < most || i >= all.length - atTheEnd)
      // A "sentence" of thousands of signs is none.
      .map((clause) => clause.slice(0, 600))
  );
}
