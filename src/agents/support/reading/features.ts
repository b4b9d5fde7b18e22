/** How many buckets the features of a sentence are hashed into. The committed weights are made for this number. */
export const buckets = 16384;

/** A sentence in the words that decide what it is about: numbers, amounts and addresses are only named by their kind. */
export function plainTokens(sentence: string): string[] {
  return (
    (
      sentence
        .toLowerCase()
        .replace(/\S+@\S+/g, ' mailaddress ')
        .replace(/https?:\S+|www\.\S+/g, ' weblink ')
        .replace(/[$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:€|\$|£|eur\b|euros?\b|usd\b|dollars?\b)/g, ' moneyamount ')
        .replace(/#\s?[a-z]{0,3}-?\d[\w-]*|\b[a-z]{1,2}-?\d{4,}\b/g, ' ordernumber ')
        .replace(/\b(order|number|no\.?|nr\.?)(\s?:?\s?)\d{3,}\b/g, '$1$2 ordernumber ')
        // Four digits or more that stand alone are an order more often than anything else.
        .replace(/(?<![\w-])\d{4,8}(?![\w-])/g, ' ordernumber ')
        .replace(/\d+/g, ' somenumber ')
        .match(/[\p{L}']+|\?|!/gu) ?? []
    ).slice(0, 120)
  );
}

/** The hashed features of a sentence: words, pairs of neighbours, pairs with a gap, and pieces of four letters, which survive a misspelling. */
export function featuresOf(sentence: string): ReadonlySet<number> {
  const tokens = plainTokens(sentence);
  const found = new Set<number>();
  const add = (feature: string) => void found.add(hash(feature) % buckets);
  tokens.forEach((token, i) => {
    add(`w ${token}`);
    add(`b ${tokens[i - 1] ?? '^'} ${token}`);
    if (i > 1) add(`g ${tokens[i - 2]!} ${token}`);
    const padded = `_${token}_`;
    for (let at = 0; at + 4 <= padded.length && at < 20; at++) add(`c ${padded.slice(at, at + 4)}`);
  });
  add(`b ${tokens.at(-1) ?? '^'} $`);
  return found;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  return state >>> 0;
}
