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
  return wordsIn(text).map(stemOf);
}

/** The terms of a question, each once, and how the asker first spelled it. */
export function askedTerms(text: string): ReadonlyMap<string, string> {
  const asked = new Map<string, string>();
  for (const word of wordsIn(text)) {
    const term = stemOf(word);
    if (!asked.has(term)) asked.set(term, word);
  }
  return asked;
}

function wordsIn(text: string): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !stopWords.has(word));
}

const stems = new Map<string, string>();

function stemOf(word: string): string {
  // Numbers have no stem, and there are too many of them to remember.
  if (/\d/.test(word)) return word;
  let stem = stems.get(word);
  if (stem === undefined) {
    stem = stemmer(word);
    // A memo, not a memory: forgetting it changes nothing.
    if (stems.size > 50_000) stems.clear();
    stems.set(word, stem);
  }
  return stem;
}
