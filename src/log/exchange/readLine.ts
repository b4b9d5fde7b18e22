import type { z } from 'zod';
import { caps, lineShapes, type ExportLine } from './exportLines';

/** One line of JSON as one of the declared lines, or what is wrong with it. */
export function readLine(json: string): { readonly line: ExportLine } | { readonly because: string } {
  if (json.length > caps.lineChars) return { because: `it is longer than ${caps.lineChars} signs` };
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { because: 'it is no JSON' };
  }
  const because = faultOfShape(value);
  if (because) return { because };
  const name = nameOf(value);
  if (name === null) return { because: 'it is none of the lines an export has' };
  const parsed = (lineShapes[name] as z.ZodType<ExportLine>).safeParse(value);
  if (parsed.success) return { line: parsed.data };
  const issues = parsed.error.issues.slice(0, 3).map((issue) => `${issue.path.join('.') || name}: ${issue.message}`);
  return { because: `it does not have its declared shape. ${issues.join('; ')}` };
}

function nameOf(value: unknown): keyof typeof lineShapes | null {
  if (typeof value !== 'object' || value === null) return null;
  if ('specversion' in value) return 'event';
  const name = 'line' in value ? value.line : null;
  return typeof name === 'string' && name !== 'event' && Object.hasOwn(lineShapes, name)
    ? (name as keyof typeof lineShapes)
    : null;
}

/** Level by level, so that nothing nested can exhaust the stack. */
function faultOfShape(value: unknown): string | null {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > caps.depth) return `it is nested more than ${caps.depth} deep`;
    const next: unknown[] = [];
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue;
      if (Object.hasOwn(one, '__proto__')) return 'it has a field "__proto__", which nothing here has';
      next.push(...Object.values(one as Record<string, unknown>));
    }
    level = next;
  }
  return null;
}
