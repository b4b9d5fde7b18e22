// Latin letters as other scripts draw them. Only words that mix scripts are touched: a Russian word stays Russian.
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  ι: 'i',
  κ: 'k',
  Ο: 'O',
};
// Soft hyphens, zero-width signs, direction marks, variation selectors and the invisible "tag" letters.
const invisible =
  /[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Variation_Selector}|\u034f|[\u{e0000}-\u{e007f}]/gu;

/**
 * A text as it is read by rules: one form for each letter, nothing invisible, plain quotes and dashes, runs of blanks made one. Its
 * meaning stays; what a person sees on screen is the letter as it came.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(invisible, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑]/g, '-')
    .replace(/\s?[‒–—―]\s?/g, ' - ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\p{L}]{2,60}/gu, inOneScript);
}

function inOneScript(word: string): string {
  if (!/[a-z]/i.test(word) || !/[\u0370-\u052f]/.test(word)) return word;
  return [...word].map((sign) => lookalikes[sign] ?? sign).join('');
}
