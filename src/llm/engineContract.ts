import { z } from 'zod';
import { AppError, canonicalJson, deepFreeze } from '../kernel';
import type { Engine, EngineRequest } from './Engine';
import type { Prompt } from './Prompt';

/** One thing an engine must hold. `check` rejects with an error that says what was found instead. */
export interface EngineCheck {
  readonly name: string;
  readonly check: () => Promise<void>;
}

/**
 * What any engine must hold to sit behind the port, tried on this prompt. It needs no test runner, so it can also be the self-test
 * of a model that was just loaded.
 */
export function engineContract(makeEngine: () => Engine | Promise<Engine>, prompt: Prompt): readonly EngineCheck[] {
  const request: EngineRequest = deepFreeze(structuredClone({ prompt, seed: 7, maxTokens: 1_500 }));
  const ask = async (engine: Engine, signal = new AbortController().signal) => engine.generate(request, { signal });

  return [
    {
      name: '[ENG1] it says who it is: id, a name for people, the model',
      async check() {
        const engine = await makeEngine();
        expect(
          engine.id !== '' && engine.name !== '' && engine.model !== '',
          'id, name and model are texts',
          engine.name,
        );
      },
    },
    {
      name: '[ENG2] the same request with the same seed gets the same answer',
      async check() {
        const engine = await makeEngine();
        const [one, two] = [await ask(engine), await ask(engine)];
        const same = canonicalJson([one.text, one.toolCalls]) === canonicalJson([two.text, two.toolCalls]);
        expect(same, 'the same answer twice', JSON.stringify([one, two]));
      },
    },
    {
      name: '[ENG3] it answers with calls to tools it was given, or with a decision of the schema it was given',
      async check() {
        const answer = await ask(await makeEngine());
        for (const call of answer.toolCalls) {
          const tool = prompt.tools.find((one) => one.name === call.tool);
          expect(tool !== undefined, 'a tool of the prompt', call.tool);
          if (tool) parse(tool.args, call.args);
        }
        if (answer.toolCalls.length === 0) parse(prompt.decision, JSON.parse(answer.text));
      },
    },
    {
      name: '[ENG4] an aborted question is rejected as Cancelled, and the next one is answered',
      async check() {
        const engine = await makeEngine();
        const controller = new AbortController();
        controller.abort();
        const error = await ask(engine, controller.signal).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        expect(error instanceof Error && error.name === 'Cancelled', 'an error named Cancelled', String(error));
        await ask(engine);
      },
    },
  ];
}

function expect(holds: boolean, expected: string, found: string): void {
  if (!holds) throw new AppError('EngineFailed', `Expected ${expected}, found ${found.slice(0, 400)}.`);
}

function parse(schema: unknown, value: unknown): void {
  const result = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).safeParse(value);
  expect(result.success, 'a value of the schema', `${JSON.stringify(value)}: ${result.error?.message}`);
}
