/** How deep a value may be nested and, if that matters, of how many values it may consist. */
export interface ShapeCaps {
  readonly depth: number;
  readonly values?: number;
}

/**
 * What makes a value from outside unfit to be looked at more closely, in words; null when nothing does. Level by level, so that nothing
 * nested can exhaust the stack; bytes are one value.
 */
export function faultOfShape(
  value: unknown,
  { depth: maxDepth, values: maxValues = Infinity }: ShapeCaps,
): string | null {
  let level: unknown[] = [value];
  let count = 1;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) return `it is nested more than ${maxDepth} deep`;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null || ArrayBuffer.isView(one)) continue;
      if (Object.hasOwn(one, '__proto__')) return 'it has a field "__proto__", which nothing here has';
      for (const inner of Object.values(one as Record<string, unknown>)) next.push(inner);
      if (count + next.length > maxValues) return `it has more than ${maxValues} parts`;
    }
    count += next.length;
    level = next;
  }
  return null;
}

/** A text from outside as JSON, or in words why not. Nothing of it is believed yet: parse its shape next. */
export function readJson(
  text: string,
  { chars, depth }: { readonly chars: number; readonly depth: number },
): { readonly value: unknown } | { readonly because: string } {
  if (text.length > chars) return { because: `it is longer than ${chars} signs` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { because: 'it is not JSON' };
  }
  const because = faultOfShape(value, { depth });
  return because === null ? { value } : { because };
}
