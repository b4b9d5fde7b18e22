/** The best `wanted` of the numbers below `count`, best first. Faster than sorting all when few are wanted of many. */
export function topOf(count: number, wanted: number, isBefore: (one: number, two: number) => boolean): number[] {
  const best: number[] = [];
  for (let candidate = 0; candidate < count; candidate++) {
    const last = best.length - 1;
    if (best.length >= wanted && !(last >= 0 && isBefore(candidate, best[last]!))) continue;
    if (best.length >= wanted) best.pop();
    let low = 0;
    for (let high = best.length; low < high;) {
      const middle = (low + high) >> 1;
      if (isBefore(candidate, best[middle]!)) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, candidate);
  }
  return best;
}
