const street = String.raw`(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|way|close|court|ct|place|pl|square|sq|boulevard|blvd|terrace|crescent|highway|hwy|parkway|pkwy|circle|trail|row|walk|mews|park|gardens?|hill|quay|rua|calle|avenida|via|viale|piazza|rue|place|straße|strasse|str|weg|platz|allee|gasse|laan|straat|gade|gata|gatan|vej|veien|ulica|ul|mg|main|cadde|sokak)`;
/** A house number and a street, in either order. */
const line = new RegExp(
  String.raw`(?:\b\d{1,5}[a-z]?,?\s+(?:[\p{L}'.-]+\s+){0,4}?(?:\p{L}*${street})\b\.?|\b(?:\p{L}*${street})(?:(?<=\b(?:st|str|rd|av|ave|ul|pl|sq))\.)?\s+(?:[\p{L}'-]+\.?\s+){0,4}?\d{1,5}[a-z]?\b|\b\p{L}+(?:straße|strasse|weg|platz|allee|gasse|laan|straat|gatan|gade|vej|veien)\s+\d{1,5}[a-z]?\b)`,
  'iu',
);
const cue =
  /(?:\b(?:address(?: is| to| should be| as| now)?|(?:deliver\w*|sen[dt]|ship\w*|redirect\w*|forward\w*|go(?:es)?|reroute|to)\b(?:[^.?!\n]{0,60}?)\b(?:to|at)|moved to|moving to|live at|house of my mother)\b\s*[:-]?\s*|:\s*\n?)/giu;

/**
 * A new address as the writer gives it, a line for each part; null when the text holds none that a parcel would find: a street with a
 * number, and a place.
 */
export function newAddress(text: string): string | null {
  const found = line.exec(text) ?? afterCue(text);
  if (!found) return null;
  const rest = text.slice(found.index, found.index + 260);
  const end =
    /(?:[.!?](?=\s+\p{Lu}|\s*$)(?<!\b(?:st|apt|ave|rd|no|str|dr|ste)\.)|\n\s*\n|\s+(?:instead|please|thanks|thank you|rather than|because|since|and (?:please|could|can|also|send)|from now)\b|;\s)/iu.exec(
      rest,
    );
  const whole = rest.slice(0, end?.index ?? rest.length);
  const parts = whole
    .split(/\s*(?:,|\n)\s*/)
    .map((part) => part.replace(/^\W+|[\s.!?]+$/gu, '').trim())
    .filter((part) => part !== '' && part.length <= 80)
    .slice(0, 8);
  return parts.length >= 2 ? parts.join('\n').slice(0, 500) : null;
}

/** "… to Flat 3, The Mill, Leeds LS1 4AP": no word for a street, but a number and commas behind a word that announces an address. */
function afterCue(text: string): { readonly index: number } | null {
  for (const match of text.matchAll(cue)) {
    const at = match.index + match[0].length;
    const rest = text.slice(at, at + 200).split(/[.!?](?=\s|$)|\n\s*\n/)[0]!;
    if (
      /\d/.test(rest) &&
      rest.split(/[,\n]/).filter((part) => part.trim().length > 1).length >= 2 &&
      /^[\p{Lu}\d]/u.test(rest.trim())
    )
      return { index: at + (rest.length - rest.trimStart().length) };
  }
  return null;
}
