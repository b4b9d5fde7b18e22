import { GrammarCompiler, GrammarMatcher, TokenizerInfo } from '@mlc-ai/web-xgrammar';
import { seededRandom } from '../../src/kernel';
import { xgrammarIsReady } from '../../src/llm/engines/webllmLibrary/grammarOf';

/** Every printable letter of ASCII, what JSON escapes, some letters of the shop's customers, a few words: the tokens of a model of dice. */
const letters = Array.from({ length: 95 }, (_, n) => String.fromCharCode(32 + n));
const words = [
  'true',
  'false',
  'null',
  '":',
  '",',
  '"}',
  '{"',
  '[]',
  'order',
  'the ',
  'mug',
  'ä',
  'é',
  '€',
  '\n',
  '\t',
];
const end = '</s>';
const vocabulary = [...letters, ...words, end];
const endToken = vocabulary.length - 1;

let compiler: Promise<GrammarCompiler> | null = null;

async function makeCompiler(): Promise<GrammarCompiler> {
  await xgrammarIsReady();
  const tokens = await TokenizerInfo.createTokenizerInfo(vocabulary, 'raw', false, vocabulary.length, [endToken]);
  return GrammarCompiler.createGrammarCompiler(tokens);
}

/** What dice write, token by token, where a grammar says which tokens may come next: the library's own compiler and matcher, and no model. */
export async function* rolled(grammar: string, seed: number, maxTokens: number): AsyncGenerator<string, void> {
  const compiled = await (await (compiler ??= makeCompiler())).compileGrammar(grammar);
  const matcher = await GrammarMatcher.createGrammarMatcher(compiled);
  const random = seededRandom(seed);
  try {
    for (let n = 0; n < maxTokens && !matcher.isTerminated(); n++) {
      const mask = await matcher.getNextTokenBitmask();
      const allowed = vocabulary.flatMap((_, id) => ((mask[id >> 5] ?? 0) & (1 << (id & 31)) ? [id] : []));
      const token = chosen(allowed, random);
      if (token === undefined || !matcher.acceptToken(token)) throw new Error('The grammar let no token through.');
      if (token !== endToken) yield vocabulary[token] ?? '';
    }
  } finally {
    matcher.dispose();
    compiled.dispose();
  }
}

/** Dice that like to end what they began: else every text is as long as it may be. */
function chosen(allowed: readonly number[], random: () => number): number | undefined {
  const closing = allowed.filter((id) => ['"', '",', '"}', '}', ']', end].includes(vocabulary[id] ?? ''));
  const from = closing.length > 0 && random() < 0.3 ? closing : allowed;
  return from[Math.floor(random() * from.length)];
}
