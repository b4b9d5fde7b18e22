/** One variant of a product, as the tool answers it. */
export interface Variant {
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly available: number;
}

/** What a text asks for in place of what somebody has: the words about the old one, and those about the new one. */
export interface Swap {
  readonly source: string;
  readonly target: string;
}

/** Takes "swap the 42 for a 43", "from grey to black", "black instead of grey" apart. Where nothing tells them apart, all is target. */
export function swapOf(text: string): Swap {
  const flat = text.replace(/\s+/g, ' ');
  const fromTo = /\bfrom (?:a |an |the )?(.{1,60}?) (?:in)?to (.{1,120})/i.exec(flat);
  if (fromTo) return { source: `${flat.slice(0, fromTo.index)} ${fromTo[1]}`, target: fromTo[2]! };
  const leading =
    /^(?:.{0,40}\b)?(?:instead of|rather than) (.{1,60}?)(?:,| (?:please|send|i|could|can|we|use)\b)(.{1,200})/i.exec(
      flat,
    );
  if (
    leading &&
    !/\b(?:want|like|prefer|send|need|change|make)\b/i.test(flat.slice(0, flat.search(/instead of|rather than/i)))
  )
    return { source: leading[1]!, target: leading[2]! };
  const after = /\b(?:instead of|rather than|in place of|and not|, not|but not)\b(?: the| a| an)?/i.exec(flat);
  if (after) return { source: flat.slice(after.index + after[0].length), target: flat.slice(0, after.index) };
  const should =
    /\b(?:should be|should have been|but (?:i )?(?:meant|need|want\w*|wanted|prefer)|meant|i'd rather have|would rather have|would prefer|prefer|i'd need|would need|need a|rather)\b/i.exec(
      flat,
    );
  const verb =
    /\b(?:exchang|swap|trad|chang|switch|replac|modif|convert|upgrad|updat|mak|turn)\w*\b(.*?)\b(?:for|to|with|into|against|by)\b(.+)/i.exec(
      flat,
    );
  if (verb && (!should || verb.index < should.index)) return { source: verb[1]!, target: verb[2]! };
  if (should) return { source: flat.slice(0, should.index), target: flat.slice(should.index + should[0].length) };
  return { source: '', target: flat };
}

const sizes: Readonly<Record<string, string>> = {
  small: 's',
  medium: 'm',
  large: 'l',
  'extra large': 'xl',
  'x large': 'xl',
  'extra small': 'xs',
};

/** A text in small letters, numbers joined to their units, hyphens as blanks: "27-inch" and "27 inch" are the same. */
function plain(text: string): string {
  return ` ${text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/grey/g, 'gray')
    .replace(/colour/g, 'color')
    .replace(/\b(milli|centi|kilo)?(?:litres?|liters?|met(?:re|er)s?|grams?|lumens?)\b/g, inShort)
    .replace(
      /(?<=\d)[\s-]?(ml|l|lm|cm|mm|m|kg|g|gb|tb|inch|inches|ft|feet|bar|w|watts?|hours?|lbs?|mp|pieces?|pcs|k|piece)\b/g,
      '$1',
    )
    .replace(/[^\p{L}\p{N}./]+/gu, ' ')
    .replace(/\.(?=\s|$)/g, ' ')} `;
}

const inShort = (word: string, prefix: string | undefined) =>
  `${prefix === undefined ? '' : prefix[0]}${/lumen/.test(word) ? 'lm' : /lit/.test(word) ? 'l' : /gram/.test(word) ? 'g' : 'm'}`;

/** True when a text names this value of an option. One letter counts as a size only as a word of its own in capitals, or after "size". */
export function namesValue(text: string, value: string): boolean {
  const wanted = plain(value).trim();
  if (wanted === '') return false;
  const short = /^(?:xx?s|s|m|l|x{1,3}l|\d{1,3})$/.exec(wanted);
  if (short && /^\d/.test(wanted))
    return new RegExp(`(?<![\\d.#$€£])${wanted}(?!\\d|\\.\\d|\\s?(?:days|weeks|%|€|\\$))`).test(text);
  if (short) {
    const word = Object.entries(sizes).find(([, size]) => size === wanted)?.[0];
    return (
      new RegExp(`(?<![\\w'])${wanted.toUpperCase()}(?![\\w'])`).test(text) ||
      plain(text).includes(` size ${wanted} `) ||
      (word !== undefined && plain(text).includes(` ${word} `) && !plain(text).includes(` extra ${word} `))
    );
  }
  // "The 0.5 should be the 1 litre": a number of its own kind stands for its unit too, unless it could count pieces.
  const measured = /^(\d+\.\d+|\d{2,})\p{L}{1,4}$/u.exec(wanted)?.[1];
  const alone = measured?.replace('.', '\\.');
  if (
    alone &&
    new RegExp(`(?<![\\w.,#$€£])${alone}(?![\\w.,]?\\d|\\s?(?:days|weeks|pieces|%|€|\\$))(?!\\p{L})`, 'u').test(text)
  )
    return true;
  const padded = plain(text);
  if (padded.includes(` ${wanted} `)) return true;
  // "smart watch with IPX7" for "IPX7 rated"; "1000 pieces" for "1000"; "mountain bike" for "mountain".
  return (
    Object.keys(sizes).includes(wanted) && new RegExp(`(?<![\\w'])${sizes[wanted]!.toUpperCase()}(?![\\w'])`).test(text)
  );
}

/** What is there or is not is named by the option itself: "the waterproof ones", "without armrests". */
function namesHaving(text: string, option: string, value: string): boolean {
  const has = { yes: true, no: false, none: false }[plain(value).trim()];
  if (has === undefined) return false;
  const name = plain(option).trim().replace(/s$/, '').replaceAll(' ', '[ -]?');
  const without = new RegExp(String.raw`\b(?:without|no|not|non|isn't|aren't)\b[ -](?:\w+ ){0,2}${name}`, 'i').test(
    text,
  );
  return has ? !without && new RegExp(`\\b${name}`, 'i').test(text) : without;
}

/** Which variant is wanted, or why that cannot be said. */
export type Choice =
  | { readonly sku: string }
  | {
      readonly unclear: 'none-named' | 'several' | 'same' | 'no-such';
      readonly named: Readonly<Record<string, string>>;
    };

/** The variant that a text asks for in place of `present`: what it names is changed, what it does not name stays as it is. */
export function wantedVariant(target: string, present: Variant, sisters: readonly Variant[]): Choice {
  const named: Record<string, string> = {};
  for (const option of new Set(sisters.flatMap((one) => Object.keys(one.options)))) {
    const values = [...new Set(sisters.flatMap((one) => one.options[option] ?? []))];
    // The longest value counts: "light gray" names no "gray".
    const found = values
      .filter((value) => namesValue(target, value) || namesHaving(target, option, value))
      .sort((a, b) => b.length - a.length);
    const other = found.find((value) => value !== present.options[option]) ?? found[0];
    if (other !== undefined) named[option] = other;
  }
  if (Object.keys(named).length === 0) return { unclear: 'none-named', named };
  const fitting = sisters.filter((one) =>
    Object.entries(named).every(([option, value]) => one.options[option] === value),
  );
  if (fitting.length === 0) return { unclear: 'no-such', named };
  const kept = (one: Variant) =>
    Object.entries(present.options).filter(([option, value]) => one.options[option] === value).length;
  const most = Math.max(...fitting.map(kept));
  const nearest = fitting.filter((one) => kept(one) === most);
  const best = nearest.length > 1 ? nearest.filter((one) => one.available > 0) : nearest;
  if (best.length !== 1) return { unclear: 'several', named };
  return best[0]!.sku === present.sku ? { unclear: 'same', named } : { sku: best[0]!.sku };
}
