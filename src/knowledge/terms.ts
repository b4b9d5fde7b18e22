import { stemmer } from 'stemmer';

// Words so common in letters to a shop that they say nothing about what is meant.
const stopWords = new Set(
  (
    'a about am an and any are as at be been but by can could did do does for from get got had has have he hello her hi his how i if in is ' +
    'it its just me my no not of on or our please she so some than thank thanks that the their them then there they this to too us was we were what ' +
    'when which who will with would you your'
  ).split(' '),
);

/** The words of a text as they are indexed: lower case, without the most common ones, cut to their stems (Porter). */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    if (stopWords.has(word)) continue;
    terms.push(stemOf(word));
  }
  return terms;
}

const stems = new Map<string, string>();

function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = stemmer(word);
    // A memo, not a memory: forgetting it changes nothing.
    if (stems.size > 50_000) stems.clear();
    stems.set(word, stem);
  }
  return stem;
}
