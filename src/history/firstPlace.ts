/** A place that was looked for by halving, and how many places were looked at to find it. */
export interface FoundPlace {
  readonly place: number;
  readonly lookedAt: number;
}

/**
 * Bisects: the first of the places 0, 1, … `count` − 1 at which something is so, when from there on it is so everywhere; `count` when it is nowhere.
 * It looks at about log2(count) of them.
 */
export function firstPlace(count: number, isSo: (place: number) => boolean): FoundPlace {
  let [low, high, lookedAt] = [0, count, 0];
  while (low < high) {
    const middle = (low + high) >>> 1;
    lookedAt += 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return { place: low, lookedAt };
}
