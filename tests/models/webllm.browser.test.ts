import { afterEach, describe, expect, test, vi } from 'vitest';
import { agentDefinitions } from '../../src/agents';
import { engineContract, modelContract, modelEngine, superviseEngine } from '../../src/llm';
import { probeGpu, webllmPort, type WebllmLibrary, type WebllmSource } from '../../src/llm/engines/webllm';
import { webllmLibrary } from '../../src/llm/engines/webllmLibrary';
import { agentPrompt } from './agentPrompt';
import { diceLibrary, pretendedGpu } from './diceEngine';

const never = new AbortController().signal;
const watch = { signal: never, onProgress: () => undefined };
const contextTokens = 4096;
const source: WebllmSource = {
  model: 'pack:test',
  address: 'https://pack.invalid/test/resolve/main/',
  library: 'https://pack.invalid/test/program.wasm',
  contextTokens,
  integrity: {},
};
const port = (library: WebllmLibrary = diceLibrary(contextTokens)) =>
  webllmPort({ gpu: pretendedGpu, library: async () => library });
const load = (library?: WebllmLibrary) => port(library).load(source, watch);

describe('WebLLM with dice in place of its kernels', () => {
  for (const { name, check } of modelContract(() => load())) test(name, check);
});

describe('behind the port that agents see', () => {
  for (const agent of Object.values(agentDefinitions)) {
    const engine = load(diceLibrary(16_384)).then((loaded) =>
      modelEngine({ ...loaded, contextTokens: 16_384 }, { id: 'webllm', name: 'WebLLM' }),
    );
    for (const { name, check } of engineContract(() => engine, agentPrompt(agent)))
      test(`${name} (${agent.name})`, check);
  }
});

test('[WEB4] when the graphics card is lost in an answer, another engine is begun, and answers the same question', async () => {
  let begun = 0;
  let ended = 0;
  const supervisor = superviseEngine({
    async start() {
      begun += 1;
      const first = begun === 1;
      let asked = 0;
      // The self-test is the first question; the second one loses the card.
      const lose = () => (first && (asked += 1) > 1 ? new DOMException('Device was lost', 'OperationError') : null);
      const loaded = await load(diceLibrary(contextTokens, lose));
      return { engine: modelEngine(loaded, { id: 'webllm', name: 'WebLLM' }), end: () => void (ended += 1) };
    },
  });
  const prompt = { task: 'test', system: '', sections: [], tools: [], decision: { type: 'boolean' }, exchanges: [] };
  const { text } = await supervisor.ask('support', { prompt, seed: 1, maxTokens: 40 }, { signal: never });
  expect(JSON.parse(text)).toBeTypeOf('boolean');
  expect([begun, ended]).toEqual([2, 1]);
});

describe('the real library, up to its kernels', () => {
  const real = () => webllmPort({ gpu: navigator.gpu, library: async () => webllmLibrary });
  const stores = ['webllm/config', 'webllm/wasm', 'webllm/model'];
  afterEach(async () => {
    vi.restoreAllMocks();
    for (const name of stores) await caches.delete(name);
  });

  const files: Readonly<Record<string, [cache: string, body: string]>> = {
    [`${source.address}mlc-chat-config.json`]: ['webllm/config', '{"tokenizer_files":["tokenizer.json"]}'],
    [`${source.address}tokenizer.json`]: ['webllm/model', '{}'],
    [`${source.address}params_shard_0.bin`]: ['webllm/model', 'four'],
    [`${source.address}tensor-cache.json`]: [
      'webllm/model',
      '{"metadata":{},"records":[{"dataPath":"params_shard_0.bin","nbytes":4,"records":[]}]}',
    ],
    [source.library]: ['webllm/wasm', 'no program'],
  };
  async function preseed(): Promise<void> {
    for (const [url, [cache, body]] of Object.entries(files))
      await (await caches.open(cache)).put(url, new Response(body));
  }

  test('[WEB2] it finds a graphics card of software here, which computes in 32 bits only', async () => {
    const probed = await probeGpu(navigator.gpu);
    expect(probed).toMatchObject({ available: true, gpu: { f16: false } });
  });

  test('[WEB3] what is not whole on this device is not loaded, and nothing is fetched to find that out', async () => {
    const fetched = [vi.spyOn(globalThis, 'fetch'), vi.spyOn(Cache.prototype, 'add')];
    await expect(real().load(source, watch)).rejects.toMatchObject({ name: 'ModelUnavailable' });
    await preseed();
    await (await caches.open('webllm/model')).delete(`${source.address}params_shard_0.bin`);
    await expect(real().load(source, watch)).rejects.toMatchObject({ name: 'ModelUnavailable' });
    for (const spy of fetched) expect(spy).not.toHaveBeenCalled();
  });

  test('[WEB3] files that were put into its caches are found there, up to a program that is none', async () => {
    await preseed();
    const fetched = [vi.spyOn(globalThis, 'fetch'), vi.spyOn(Cache.prototype, 'add')];
    await expect(real().load(source, watch)).rejects.toMatchObject({
      name: 'ModelCorrupt',
      message: expect.stringMatching(/WebAssembly|magic/) as string,
    });
    for (const spy of fetched) expect(spy).not.toHaveBeenCalled();
  });

  test('[WEB5] a program or configuration with another hash is not run', async () => {
    await preseed();
    const other = `sha256-${btoa('\0'.repeat(32))}`;
    for (const integrity of [{ config: other }, { model_lib: other }])
      await expect(real().load({ ...source, integrity }, watch)).rejects.toMatchObject({
        name: 'ModelCorrupt',
        message: expect.stringContaining('ntegrity') as string,
      });
  });
});
