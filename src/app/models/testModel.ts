import type { LoadedModel } from '../../llm';
import type { ModelTest } from '../../ui';

/** Asks a loaded model one free question, and how quickly it answered. */
export async function testModel(
  loaded: LoadedModel,
  prompt: string,
  signal: AbortSignal,
  onDelta: (text: string) => void,
): Promise<ModelTest> {
  const started = performance.now();
  const messages = [{ role: 'user', content: prompt }] as const;
  const request = { messages, schema: null, maxTokens: 160, seed: 1, temperature: 0.7, stop: [] };
  const { text, usage } = await loaded.generate(request, { signal, onDelta });
  return { text, tokens: usage?.answerTokens ?? null, ms: performance.now() - started };
}
