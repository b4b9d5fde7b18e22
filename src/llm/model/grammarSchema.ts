import type { JsonSchema } from '../Prompt';

/**
 * How much a grammar may repeat. Grammars of local runtimes unroll each repetition, one inside the other, and refuse what gets too large (in
 * llama.cpp two thousand elements); an answer of a small model needs no more than this.
 */
const most = { items: 4, chars: 600, charsOfAnItem: 100 };

/**
 * The same schema, narrowed to what runtimes can make a grammar of: fewer and shorter repetitions, patterns without the classes they do not
 * know, no dialect. What fits this fits the schema it came from, patterns aside; the answer is parsed by that one all the same.
 */
export function grammarSchema(schema: JsonSchema): JsonSchema {
  return narrowed(schema, most.chars) as JsonSchema;
}

function narrowed(value: unknown, maxChars: number): unknown {
  if (Array.isArray(value)) return value.map((one) => narrowed(one, maxChars));
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as JsonSchema;
  const isArray = schema['type'] === 'array';
  const inside = isArray ? most.charsOfAnItem : maxChars;
  const entries = Object.entries(schema).flatMap(([key, part]): [string, unknown][] => {
    if (key === '$schema') return [];
    if (key === 'const' || key === 'enum') return [[key, part]];
    if (key === 'maxItems' && isArray) return [[key, Math.min(Number(part), most.items)]];
    if (key === 'maxLength' && schema['type'] === 'string') return [[key, Math.min(Number(part), maxChars)]];
    if (key === 'pattern' && typeof part === 'string') return [[key, part.replaceAll('\\w', 'A-Za-z0-9_')]];
    return [[key, narrowed(part, inside)]];
  });
  // A text without an end would let a model that is lost write until its tokens are gone.
  const endless = schema['type'] === 'string' && !('maxLength' in schema || 'enum' in schema || 'const' in schema);
  if (endless && !('pattern' in schema) && !('format' in schema)) entries.push(['maxLength', maxChars]);
  return Object.fromEntries(entries);
}
