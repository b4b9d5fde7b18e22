import { describe, expect, test } from 'vitest';
import { agentDefinitions } from '../../src/agents';
import { answerSchema } from '../../src/llm';
import { webllmLibrary } from '../../src/llm/engines/webllmLibrary';
import { Grammar, Testings } from '@mlc-ai/web-xgrammar';
import { agentPrompt } from './agentPrompt';
import { rolled } from './grammarDice';

const { grammarOf } = webllmLibrary;
const accepts = async (grammar: string, text: string) =>
  Testings.isGrammarAcceptString(await Grammar.fromEBNF(grammar), text);

describe('[GRM1] every schema of the app becomes a grammar, and what dice write under it is of that schema', () => {
  for (const agent of Object.values(agentDefinitions)) {
    test(`the decision of ${agent.name}`, async () => {
      const grammar = await grammarOf(agent.decisionSchema);
      for (const seed of [1, 2, 3]) {
        const text = await written(grammar, seed);
        const { error } = agent.decision.safeParse(JSON.parse(text));
        // What no schema can say (either ask or reply) is said by the parse that follows.
        expect(error?.issues.filter(({ code }) => code !== 'custom') ?? [], text).toEqual([]);
      }
    });
    for (const tool of agent.toolSpecs) {
      test(`${tool.name} of ${agent.name}`, async () => {
        const text = await written(await grammarOf(tool.args), 1);
        expect(agent.tools[tool.name]?.args.safeParse(JSON.parse(text)).error, text).toBeUndefined();
      });
    }
    test(`whatever ${agent.name} may answer, tools and decision as one`, async () => {
      const grammar = await grammarOf(answerSchema(agentPrompt(agent)));
      expect(JSON.parse(await written(grammar, 2))).toBeTypeOf('object');
    });
  }
});

test('[GRM3] a text of limited length may break its line, and holds nothing that JSON does not', async () => {
  const grammar = await grammarOf({ type: 'string', maxLength: 6 });
  expect(await accepts(grammar, JSON.stringify('a\n"b'))).toBe(true);
  expect(await accepts(grammar, '"a\tb"')).toBe(false);
  expect(await accepts(grammar, '"a\u0001b"')).toBe(false);
  expect(await accepts(grammar, JSON.stringify('1234567'))).toBe(false);
  const free = await grammarOf({ type: 'object', properties: { of: {} }, required: ['of'] });
  expect(await accepts(free, '{"of":[1,  2]}')).toBe(true);
  expect(await accepts(free, '{"of":[1,   2]}')).toBe(false);
});

test('[GRM2] a grammar lets two blanks through between two parts, and not a third', async () => {
  const grammar = await grammarOf({
    type: 'object',
    properties: { ok: { type: 'boolean' } },
    required: ['ok'],
    additionalProperties: false,
  });
  expect(await accepts(grammar, '{"ok":true}')).toBe(true);
  expect(await accepts(grammar, '{  "ok":  true  }')).toBe(true);
  expect(await accepts(grammar, '{   "ok": true}')).toBe(false);
  expect(await accepts(grammar, '{"ok": true, "more": 1}')).toBe(false);
  expect(await accepts(grammar, '{"ok": "yes"}')).toBe(false);
});

async function written(grammar: string, seed: number): Promise<string> {
  let text = '';
  for await (const piece of rolled(grammar, seed, 20_000)) text += piece;
  return text;
}
