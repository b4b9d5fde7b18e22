import { Wllama } from '@wllama/wllama/esm/index.js';
import { describe, expect, test, vi } from 'vitest';
import { agentDefinitions } from '../../src/agents';
import { threadsHere } from '../../src/app/llm/threadsHere';
import { engineContract, modelContract, modelEngine, type LoadProgress } from '../../src/llm';
import { readGguf, wasmUrl, wllamaPort } from '../../src/llm/engines/wllama';
import { agentPrompt } from './agentPrompt';
import { tinyGguf } from './tinyGguf';

const port = wllamaPort({ wasmUrl, threads: 1 });
const tiny = tinyGguf(1);
const never = new AbortController().signal;
const load = (file = new Blob([tiny]), onProgress: (progress: LoadProgress) => void = () => undefined) =>
  port.load({ model: 'tiny-1', file, contextTokens: 16_384 }, { signal: never, onProgress });

describe('a tiny random model in the real runtime', () => {
  for (const { name, check } of modelContract(load)) test(name, check);
});

describe('the same on two threads, in a page that is isolated from other origins', () => {
  const onTwo = wllamaPort({ wasmUrl, threads: threadsHere(true, 4) });
  const loadOnTwo = () =>
    onTwo.load(
      { model: 'tiny-1', file: new Blob([tiny]), contextTokens: 16_384 },
      { signal: never, onProgress: () => undefined },
    );

  test('[WLL5] it is isolated, and two are what it is given', async () => {
    expect(crossOriginIsolated).toBe(true);
    expect(await onTwo.probe()).toEqual({ available: true, details: '2 threads' });
    const runtime = vi.spyOn(Wllama.prototype, 'loadModel');
    const loaded = await loadOnTwo();
    const [inside] = runtime.mock.contexts as unknown as Wllama[];
    runtime.mockRestore();
    expect([inside?.isMultithread(), inside?.getNumThreads()]).toEqual([true, 2]);
    await loaded.unload();
  });
  for (const { name, check } of modelContract(loadOnTwo)) test(name, check);
});

describe('behind the port that agents see', () => {
  for (const agent of Object.values(agentDefinitions)) {
    const engine = load().then((loaded) => modelEngine(loaded, port));
    for (const { name, check } of engineContract(() => engine, agentPrompt(agent)))
      test(`${name} (${agent.name})`, check);
  }
});

test('[WLL1] loading says what it does, in order, and a model says who it is', async () => {
  const phases: string[] = [];
  const loaded = await load(undefined, ({ phase }) => void (phases.at(-1) === phase || phases.push(phase)));
  expect(phases).toEqual(['verify', 'compile', 'self-test']);
  expect(await port.probe()).toEqual({ available: true, details: 'one thread' });
  expect(await readGguf(new Blob([tiny]))).toMatchObject({
    name: 'tiny random 1',
    architecture: 'llama',
    contextTokens: 16384,
    bytes: tiny.length,
  });
  await loaded.unload();
});

test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
  ['a web page', new TextEncoder().encode('<!doctype html><title>404</title>'), /begins with "<!do"/],
  ['nothing', new Uint8Array(), /begins with ""/],
  ['a model cut off in its header', tiny.slice(0, 4000), /in the middle of its header/],
  ['a model cut off in its weights', tiny.slice(0, -1), /it was cut off/],
  ['a header that lists more than any file', withNumber(tiny, 16, 0xffff_ffff), /lists|larger|middle/],
  ['another version of the format', withNumber(tiny, 4, 99), /version 99/],
])('[WLL2] %s is no model, and says so before anything is loaded', async (_what, bytes, because) => {
  await expect(load(new Blob([bytes]))).rejects.toMatchObject({
    name: 'ModelCorrupt',
    message: expect.stringMatching(because) as string,
  });
});

test('[WLL3] whole in its header and nonsense in its weights, it fails its self-test and is not handed out', async () => {
  const broken = tiny.slice();
  // All ones is no number: most weights are none.
  broken.fill(0xff, Math.floor(broken.length / 8));
  await expect(load(new Blob([broken]))).rejects.toMatchObject({ name: 'ModelCorrupt' });
});

test('[WLL4] loading can be stopped', async () => {
  const stop = new AbortController();
  const loading = port.load(
    { model: 'tiny-1', file: new Blob([tiny]), contextTokens: 2048 },
    { signal: stop.signal, onProgress: ({ phase }) => phase === 'compile' && stop.abort() },
  );
  await expect(loading).rejects.toMatchObject({ name: 'Cancelled' });
});

function withNumber(bytes: Uint8Array<ArrayBuffer>, at: number, value: number): Uint8Array<ArrayBuffer> {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}
