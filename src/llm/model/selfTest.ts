import { modelError } from './modelErrors';
import type { LoadedModel } from './ModelPort';

/**
 * What every model must do before it is handed out. It must answer in the shape it is given, and a text must be nearer to itself than to another.
 * @throws ModelCorrupt.
 */
export async function selfTest(loaded: LoadedModel, signal: AbortSignal): Promise<void> {
  const schema = {
    type: 'object',
    properties: { ok: { type: 'boolean' } },
    required: ['ok'],
    additionalProperties: false,
  };
  const messages = [{ role: 'user', content: 'Answer with {"ok": true}.' }] as const;
  const { text } = await loaded.generate(
    { messages, schema, maxTokens: 40, seed: 1, temperature: 0, stop: [] },
    { signal },
  );
  if (!/^\s*\{\s*"ok"\s*:\s*(true|false)\s*\}\s*$/.test(text))
    throw modelError(
      'ModelCorrupt',
      `${loaded.model} was loaded and answers "${text.slice(0, 60)}" where it can only say yes or no.`,
    );
  if (!loaded.canEmbed) return;
  const [one, same, other] = [await loaded.embed('a mug'), await loaded.embed('a mug'), await loaded.embed('tax law')];
  if (!(dot(one, same) > 0.999 && dot(one, same) >= dot(one, other)))
    throw modelError('ModelCorrupt', `${loaded.model} was loaded and finds the same text unlike itself.`);
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);
}
