/** An id of the shop from a name in a file: `#1042` is 1042; whatever else an id cannot hold becomes a dash. Empty when nothing is left. */
export function idFrom(text: string): string {
  return text
    .trim()
    .replace(/[^\w.-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|-+$/g, '')
    .slice(0, 64);
}
