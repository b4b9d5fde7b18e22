import type { z } from 'zod';

/**
 * Reads JSON lines, empty ones aside.
 *
 * @param what what the file is, for the words of an error
 * @throws naming the first line that is no JSON, does not have its shape, or repeats an id; and when there is no line at all.
 */
export function readLines<T extends { readonly id: string }>(text: string, what: string, shape: z.ZodType<T>): T[] {
  const read = new Map<string, T>();
  text.split(/\r?\n/).forEach((line, at) => {
    if (line.trim() === '') return;
    const where = `line ${at + 1} of the ${what} file`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (cause) {
      throw new Error(`Expected JSON in ${where}.`, { cause });
    }
    const parsed = shape.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      throw new Error(`In ${where}: ${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'has another shape'}.`);
    }
    if (read.has(parsed.data.id)) throw new Error(`The id "${parsed.data.id}" of ${where} was there before.`);
    read.set(parsed.data.id, parsed.data);
  });
  if (read.size === 0) throw new Error(`Expected at least one line in the ${what} file, found none.`);
  return [...read.values()];
}
