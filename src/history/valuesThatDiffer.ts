/** A part of two values that is not the same; undefined where one of them has no such part. */
export interface ValueDifference {
  /** Names and places on the way to it, such as `data.items.0.qty`. */
  readonly path: string;
  readonly a: unknown;
  readonly b: unknown;
}

/** The innermost parts in which two values of plain data differ, in the order of their names. */
export function valuesThatDiffer(a: unknown, b: unknown, path: readonly string[] = []): ValueDifference[] {
  if (Object.is(a, b)) return [];
  if (!isNested(a) || !isNested(b)) return [{ path: path.join('.'), a, b }];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return names.flatMap((name) => valuesThatDiffer(a[name], b[name], [...path, name]));
}

function isNested(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
