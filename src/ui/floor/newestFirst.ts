/** The last `most` of a list that grows at its end, newest first. */
export function newestFirst<T>(rows: readonly T[], most: number): T[] {
  return rows.slice(-most).reverse();
}
