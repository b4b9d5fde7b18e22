import { z } from 'zod';
import { AppError, canonicalJson } from '../kernel';
import type { EngineCheck } from './engineContract';
import type { LoadedModel, ModelRequest } from './model/ModelPort';

const schema = z.strictObject({
  kind: z.enum(['answer', 'question']),
  sku: z.string().regex(/^[A-Za-z0-9][\w.-]{0,63}$/),
  count: z.int().min(0).max(99),
  notes: z.array(z.string().max(20)).max(3),
});

const question: ModelRequest = {
  messages: [
    { role: 'system', content: 'You work in a shop. Answer with one JSON object.' },
    { role: 'user', content: 'How many enamel mugs are there?' },
  ],
  schema: z.toJSONSchema(schema),
  maxTokens: 400,
  seed: 7,
  temperature: 0.8,
  stop: [],
};
const free: ModelRequest = { ...question, schema: null, maxTokens: 24 };

/**
 * What any loaded model must hold, whatever runs it and however little it knows. It needs no test runner, so a model that somebody brings can
 * be tried on the device it is for. The last check ends the model.
 */
export function modelContract(load: () => Promise<LoadedModel>): readonly EngineCheck[] {
  let loaded: Promise<LoadedModel> | null = null;
  const model = () => (loaded ??= load());
  const signal = new AbortController().signal;
  const check = (name: string, run: (model: LoadedModel) => Promise<void>): EngineCheck => ({
    name,
    check: async () => run(await model()),
  });

  return [
    check('[MOD1] under a schema it answers with JSON of that schema', async (model) => {
      for (const seed of [1, 2, 3]) {
        const { text } = await model.generate({ ...question, seed }, { signal });
        const parsed = schema.safeParse(JSON.parse(text));
        expect(parsed.success, 'an answer of the schema', text);
      }
    }),
    check('[MOD2] the same question with the same seed has the same answer', async (model) => {
      const [one, two] = [await model.generate(question, { signal }), await model.generate(question, { signal })];
      expect(canonicalJson(one.text) === canonicalJson(two.text), 'the same answer', `${one.text} and ${two.text}`);
    }),
    check('[MOD3] what it says piece by piece is what it says in the end, and no more than it may', async (model) => {
      let pieces = '';
      const { text, ended, usage } = await model.generate(free, { signal, onDelta: (piece) => (pieces += piece) });
      expect(pieces === text, 'the pieces to be the answer', `${pieces} and ${text}`);
      const used = usage?.answerTokens ?? 0;
      expect(used <= free.maxTokens, `at most ${free.maxTokens} tokens`, `${used}`);
      expect(
        ended === 'stop' || usage === null || used === free.maxTokens,
        'all its tokens used when it was cut',
        `${used}`,
      );
    }),
    check('[MOD4] it stops in the middle when it is asked to, and answers the next question', async (model) => {
      const stop = new AbortController();
      const cut = model.generate({ ...free, maxTokens: 400 }, { signal: stop.signal, onDelta: () => stop.abort() });
      expect((await nameOf(cut)) === 'Cancelled', 'an error named Cancelled', await nameOf(cut));
      const before = model.generate(free, { signal: stop.signal });
      expect((await nameOf(before)) === 'Cancelled', 'an error named Cancelled', await nameOf(before));
      await model.generate(free, { signal });
    }),
    check('[MOD5] a prompt beyond its context is refused as that, and nothing is broken by it', async (model) => {
      const long = 'A mug and a lamp. '.repeat(Math.ceil(model.contextTokens / 2));
      const asked = model.generate({ ...free, messages: [{ role: 'user', content: long }] }, { signal });
      expect((await nameOf(asked)) === 'ContextOverflow', 'an error named ContextOverflow', await nameOf(asked));
      await model.generate(free, { signal });
    }),
    check('[MOD6] a text has one direction, of length one, and a longer one has more tokens', async (model) => {
      const [few, many] = [await model.countTokens('a mug'), await model.countTokens('a mug '.repeat(50))];
      expect(few > 0 && many > few * 10, 'fifty times the text to have more tokens', `${few} and ${many}`);
      if (!model.canEmbed) return;
      const [one, two] = [await model.embed('an enamel mug'), await model.embed('an enamel mug')];
      const length = Math.hypot(...one);
      expect(Math.abs(length - 1) < 1e-3, 'a direction of length 1', `${length}`);
      expect(one.length === two.length && one.every((value, n) => value === two[n]), 'the same direction', 'another');
    }),
    check('[MOD7] unloaded in the middle of an answer, it does not leave whoever asked waiting', async (model) => {
      const unloading: Promise<void>[] = [];
      const onDelta = () => void (unloading.length === 0 && unloading.push(model.unload()));
      const asked = model.generate({ ...free, maxTokens: 400 }, { signal, onDelta });
      expect((await nameOf(asked)) === 'EngineLost', 'an error named EngineLost', await nameOf(asked));
      await Promise.all(unloading);
    }),
  ];
}

/** The code with which it fails; what it came to when it does not. */
async function nameOf(asked: Promise<unknown>): Promise<string> {
  return asked.then(
    (value) => `no error but ${JSON.stringify(value).slice(0, 200)}`,
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );
}

function expect(holds: boolean, expected: string, found: string): void {
  if (!holds) throw new AppError('EngineFailed', `Expected ${expected}, found ${found.slice(0, 400)}.`);
}
