import { Grammar } from '@mlc-ai/web-xgrammar';
import { grammarSchema } from '../../model/grammarSchema';
import type { JsonSchema } from '../../Prompt';

/** White space between two parts of an answer, at most. Without a limit a model that is lost writes blanks until its tokens are gone; 0 ends the process. */
const maxBlanks = 2;

let ready: Promise<void> | null = null;

/** The library loads its program with its first call: two first calls at once load it twice, and neither knows what the other made. */
export const xgrammarIsReady = (): Promise<void> =>
  (ready ??= Grammar.builtinJSONGrammar().then((grammar) => grammar.dispose()));

/**
 * A schema as the grammar that an answer is held to, in xgrammar's EBNF. What grammars do not know (uniqueItems, allOf, not) is left out of it, so
 * the answer is parsed afterwards all the same.
 */
export async function grammarOf(schema: JsonSchema): Promise<string> {
  await xgrammarIsReady();
  const text = JSON.stringify(grammarSchema(schema));
  const grammar = await Grammar.fromJSONSchema(text, true, undefined, undefined, true, maxBlanks);
  try {
    return mended(grammar.toString());
  } finally {
    grammar.dispose();
  }
}

/**
 * What the library writes for a text of limited length lets a tab through, which JSON does not, and no escape: so no line break in a letter. And
 * its limit on white space does not reach into values of any kind.
 */
function mended(grammar: string): string {
  return grammar
    .replaceAll('[^\\"\\\\\\r\\n]', '([^\\"\\\\\\0-\\x1f] | ("\\\\" [\\"\\\\/nt]))')
    .replaceAll('[ \\n\\t]*', `[ \\n\\t]{0,${maxBlanks}}`);
}
