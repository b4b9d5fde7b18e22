import { agentDefinitions } from '../../../src/agents';
import { engineContract, modelContract, modelEngine } from '../../../src/llm';
import { probeGpu } from '../../../src/llm/engines/webllm';
import { agentPrompt } from '../agentPrompt';
import { givenModel } from '../loadGiven';

/** What a run came to, and on which graphics card. */
export interface ContractRun {
  readonly engine: string;
  readonly card: string;
  readonly passed: number;
  readonly failed: number;
}

/** Tries a real model on everything that models and engines must hold, and how quickly it writes. The last check of a model ends it. */
export async function holdsContract(
  files: readonly File[],
  threads: number | undefined,
  say: (words: string) => void,
): Promise<ContractRun> {
  const probed = await probeGpu(navigator.gpu);
  const card = probed.available ? probed.gpu.name : probed.because;
  say(`graphics card: ${card}`);
  const { engine, name, load } = await givenModel(files, threads);
  let passed = 0;
  let failed = 0;
  async function hold(words: string, check: () => Promise<void>): Promise<void> {
    try {
      await check();
      passed += 1;
      say(`✓ ${words}`);
    } catch (error) {
      failed += 1;
      say(`✗ ${words}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await hold(`it writes, ${name}`, async () => {
    const model = await load();
    const started = performance.now();
    const messages = [{ role: 'user', content: 'Write one friendly sentence to a customer.' }] as const;
    const request = { messages, schema: null, maxTokens: 100, seed: 1, temperature: 0.7, stop: [] };
    const { text, usage } = await model.generate(request, { signal: new AbortController().signal });
    const seconds = (performance.now() - started) / 1000;
    say(`  "${text.slice(0, 200)}" (${usage?.answerTokens ?? '?'} tokens in ${seconds.toFixed(1)} s)`);
    await model.unload();
  });
  // What cannot even be loaded fails everything else for the same reason.
  if (failed > 0) return { engine, card, passed, failed };
  for (const { name: rule, check } of modelContract(load)) await hold(rule, check);
  for (const agent of Object.values(agentDefinitions)) {
    const asked = load().then((model) => modelEngine(model, { id: engine, name }));
    for (const { name: rule, check } of engineContract(() => asked, agentPrompt(agent)))
      await hold(`${rule} (${agent.name})`, check);
  }
  return { engine, card, passed, failed };
}
