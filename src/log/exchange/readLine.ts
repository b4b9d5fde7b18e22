import type { z } from 'zod';
import { caps, readJson } from '../../kernel';
import { lineShapes, type ExportLine } from './exportLines';

/** One line of JSON as one of the declared lines, or what is wrong with it. */
export function readLine(json: string): { readonly line: ExportLine } | { readonly because: string } {
  const read = readJson(json, { chars: caps.export.lineChars, depth: caps.export.depth });
  if ('because' in read) return read;
  const { value } = read;
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
