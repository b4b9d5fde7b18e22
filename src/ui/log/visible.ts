/** The slice of a long list of equal rows that a window shows, with a few rows above and below so that scrolling finds them there. */
export function visibleRows(
  count: number,
  rowPx: number,
  scrollPx: number,
  windowPx: number,
  spare = 8,
): readonly [from: number, to: number] {
  const from = Math.max(0, Math.min(count, Math.floor(scrollPx / rowPx) - spare));
  const to = Math.min(count, Math.ceil((scrollPx + windowPx) / rowPx) + spare);
  return [from, Math.max(from, to)];
}

/** Where to scroll so that a row is seen whole, moving as little as possible. */
export function scrollToShow(index: number, rowPx: number, scrollPx: number, windowPx: number): number {
  const top = index * rowPx;
  if (top < scrollPx) return top;
  return Math.max(scrollPx, top + rowPx - windowPx);
}
