import { termsOf } from '../../../knowledge';
import { withSynonyms } from './sameThings';

/**
 * Those things whose words a text uses. "Enamel mug" keeps the enamel mug and drops the tea mug. What is called by its own name goes before
 * what only has a colour or a size of that kind: "the gold tablet" is not the gold phone. Nor is the black coffee maker the black chair: a
 * colour alone stands for a thing where nothing follows that names another one, and no other thing is called by its name in `whole`, the
 * letter around.
 */
export function namedBy<T>(
  text: string,
  things: readonly T[],
  titleOf: (thing: T) => string,
  skuOf: (thing: T) => string,
  whole = text,
): T[] {
  const said = withoutMeans(text);
  const terms = new Set(termsOf(withSynonyms(said)));
  const around = new Set(termsOf(withSynonyms(withoutMeans(whole))));
  const matches = things.map((thing) => {
    const own = new Set(termsOf(titleOf(thing)));
    const shared = new Set([...own].filter((term) => terms.has(term)));
    const isCoded = text.toLowerCase().includes(skuOf(thing).toLowerCase());
    if (isCoded) shared.add(`sku ${skuOf(thing)}`);
    // The "t" of "don't" is no T-shirt.
    const name = termsOf(titleOf(thing).replace(/\(.*\)$/, '')).filter((term) => term.length > 1);
    return {
      thing,
      shared,
      isCalled: isCoded || name.some((term) => terms.has(term)),
      isCalledAround: name.some((term) => around.has(term)),
      isDescribed: [...shared].some((term) => standsAlone(said, term, own)),
    };
  });
  const isAnyCalled = matches.some(({ isCalled }) => isCalled);
  const isAnyAround = matches.some(({ isCalledAround }) => isCalledAround);
  return matches
    .filter(({ isCalled, isCalledAround, isDescribed }) =>
      isAnyCalled ? isCalled : isDescribed && (isCalledAround || !isAnyAround),
    )
    .filter(
      ({ shared }) =>
        !matches.some(
          (other) => other.shared.size > shared.size && [...shared].every((term) => other.shared.has(term)),
        ),
    )
    .map(({ thing }) => thing);
}

/** What money goes back to is no thing: a gift card is no memory card. */
const withoutMeans = (text: string) =>
  text.replace(
    /\b(?:gift|credit|debit|bank|store)[ -]?(?:cards?|credit)\b|\b(?:visa|master ?card|amex|pay ?pal)\b/gi,
    ' ',
  );

const noNoun =
  /^(?:ones?|and|or|but|with|without|for|from|in|on|at|to|of|into|is|was|are|were|be|has|had|have|does?|doesn|did|didn|do|don|isn|wasn|can|could|should|will|would|back|instead|please|too|again|which|that|who|i|we|it|they|you|my|your|the|came|broke|arrived|looks?|feels?|fits?|works?|stopped|goes|go|got|version|model|variant|colou?r|size|item|thing|piece|pair|if|as|not|only|because|since|when|rather|than|so|now|then|either|thanks)$/i;

/** True when a term is used without a noun behind it that is none of the thing's own words. */
function standsAlone(text: string, term: string, own: ReadonlySet<string>): boolean {
  const words = [...text.normalize('NFKC').matchAll(/[\p{L}\p{N}]+/gu)];
  return words.some(({ 0: word, index }, i) => {
    if (!termsOf(word).includes(term)) return false;
    const next = words[i + 1];
    if (!next || /[^\s-]/.test(text.slice(index + word.length, next.index))) return true;
    return noNoun.test(next[0]) || /\d/.test(next[0]) || termsOf(next[0]).some((one) => own.has(one));
  });
}
