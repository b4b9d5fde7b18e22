// Control signs, and marks that turn the reading direction, with which `gpj.exe` can be made to read `exe.jpg`.
const deceptive = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** Words from outside as one honest line of at most `maxChars` UTF-16 units, surrogates paired. */
export function oneLine(text: string, maxChars: number): string {
  // What will be cut off is not worked on: a name can be as long as somebody likes.
  const near = text.slice(0, 4 * maxChars);
  return cutWellFormed(near.replace(deceptive, ' ').replace(/ {2,}/g, ' ').trim(), maxChars);
}

/** Cut to `maxChars` without leaving half of a pair behind, and every other lone half replaced. */
export function cutWellFormed(text: string, maxChars: number): string {
  const cut = text.length > maxChars ? text.slice(0, maxChars).replace(/[\ud800-\udbff]$/, '') : text;
  return cut.toWellFormed();
}
