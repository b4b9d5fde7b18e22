import { expect, test } from 'vitest';
import type { Engine, EngineAnswer, EngineWatch } from '../Engine';
import { modelError } from '../model/modelErrors';
import type { Prompt } from '../Prompt';
import { superviseEngine, type RunningEngine } from './superviseEngine';
import type { Patience } from './watchTokens';

const prompt: Prompt = { task: 't', system: '', sections: [], tools: [], decision: {}, exchanges: [] };
const request = { prompt, seed: 1, maxTokens: 10 };
const never = new AbortController().signal;
const answer = (text: string): EngineAnswer => ({ text, toolCalls: [], usage: null });
const nobody = () => new Promise<never>(() => undefined);
const short: Patience = { firstTokenMs: 20, tokenMs: 20, answerMs: 60_000 };
const long: Patience = { firstTokenMs: 60_000, tokenMs: 60_000, answerMs: 60_000 };

type Act = (watch: EngineWatch) => Promise<EngineAnswer>;

/** Engines that are started one after the other; each acts as it was told, its last act for ever. */
function started(...engines: readonly Act[][]) {
  const seen = { starts: 0, ends: 0, asked: 0 };
  const start = async (): Promise<RunningEngine> => {
    const acts = engines[Math.min(seen.starts++, engines.length - 1)] as Act[];
    let n = 0;
    const generate: Engine['generate'] = (_request, watch) => {
      seen.asked += 1;
      return (acts[Math.min(n++, acts.length - 1)] as Act)(watch);
    };
    return { engine: { id: 'hostile', name: 'Hostile', model: 'none', generate }, end: () => void (seen.ends += 1) };
  };
  return { seen, start };
}

test('[SUPV1] questions are asked one after the other, and everybody sees who waits', async () => {
  const lines: string[] = [];
  let finish: (() => void)[] = [];
  const { seen, start } = started([() => new Promise((done) => finish.push(() => done(answer('yes'))))]);
  const onLine = (line: readonly { who: string; waiting: number }[]) =>
    void lines.push(line.map(({ who, waiting }) => `${who}:${waiting}`).join(' '));
  const supervisor = superviseEngine({ start, patience: long, onLine });
  const all = ['support', 'inventory'].map((who) => supervisor.ask(who, request, { signal: never }));
  await expect.poll(() => finish.length).toBe(1);
  expect(supervisor.inLine()).toEqual([
    { who: 'support', waiting: 0 },
    { who: 'inventory', waiting: 1 },
  ]);
  expect(seen.asked).toBe(1);
  finish.shift()?.();
  await expect.poll(() => finish.length).toBe(1);
  finish.shift()?.();
  finish = [];
  expect((await Promise.all(all)).map(({ text }) => text)).toEqual(['yes', 'yes']);
  expect(lines).toEqual(['support:0', 'support:0 inventory:1', 'inventory:0', '']);
  expect(seen).toEqual({ starts: 1, ends: 0, asked: 2 });
});

test('[SUPV2] who is no longer wanted leaves the line unasked, and a cancel is answered though the engine is deaf', async () => {
  const { seen, start } = started([nobody]);
  const supervisor = superviseEngine({ start, patience: long });
  const [first, second] = [new AbortController(), new AbortController()];
  const one = supervisor.ask('support', request, { signal: first.signal });
  const two = supervisor.ask('inventory', request, { signal: second.signal });
  second.abort();
  await expect(two).rejects.toMatchObject({ name: 'Cancelled' });
  await expect.poll(() => seen.asked).toBe(1);
  first.abort();
  await expect(one).rejects.toMatchObject({ name: 'Cancelled' });
  expect(seen.asked).toBe(1);
  const gone = supervisor.ask('marketing', request, { signal: first.signal });
  await expect(gone).rejects.toMatchObject({ name: 'Cancelled' });
  expect(supervisor.inLine()).toEqual([]);
});

test('[SUPV2] a cancel while the engine is still being started is answered, too', async () => {
  const supervisor = superviseEngine({ start: nobody, patience: long });
  const controller = new AbortController();
  const asked = supervisor.ask('support', request, { signal: controller.signal });
  await expect.poll(() => supervisor.inLine()).toHaveLength(1);
  controller.abort();
  await expect(asked).rejects.toMatchObject({ name: 'Cancelled' });
  expect(supervisor.inLine()).toEqual([]);
});

test('[SUPV3] an engine that hangs is ended, begun anew and asked once more', async () => {
  const { seen, start } = started([nobody], [async () => answer('back')]);
  const supervisor = superviseEngine({ start, patience: short });
  expect((await supervisor.ask('support', request, { signal: never })).text).toBe('back');
  expect(seen).toEqual({ starts: 2, ends: 1, asked: 2 });
});

test('[SUPV3] one that is silent between two tokens hangs, one that goes on writing does not', async () => {
  const stops: Act = ({ onDelta }) => (onDelta?.('a'), nobody());
  const { start } = started([stops]);
  const supervisor = superviseEngine({ start, patience: { ...short, firstTokenMs: 60_000 } });
  const deltas: string[] = [];
  const asked = supervisor.ask('support', request, { signal: never, onDelta: (text) => deltas.push(text) });
  await expect(asked).rejects.toMatchObject({ name: 'EngineStuck' });
  expect(deltas).toEqual(['a', 'a']);

  const writes: Act = async ({ onDelta }) => {
    for (let n = 0; n < 100; n++) await Promise.resolve(onDelta?.('x'));
    return answer('done');
  };
  const lively = superviseEngine({ start: started([writes]).start, patience: short });
  expect((await lively.ask('support', request, { signal: never })).text).toBe('done');
});

test('[SUPV3] one that is lost twice is an error with a way out, and the next question starts a third', async () => {
  const lost: Act = () => Promise.reject(modelError('EngineLost', 'The thread is gone.'));
  const { seen, start } = started([lost], [lost], [async () => answer('back')]);
  const supervisor = superviseEngine({ start, patience: long });
  await expect(supervisor.ask('support', request, { signal: never })).rejects.toMatchObject({
    name: 'EngineLost',
    message: expect.stringContaining('begun again') as string,
  });
  expect((await supervisor.ask('support', request, { signal: never })).text).toBe('back');
  expect(seen).toEqual({ starts: 3, ends: 2, asked: 3 });
});

test('[SUPV4] any other error is the answer: nothing is ended for it, and nothing asked twice', async () => {
  const fails: Act = () => Promise.reject(modelError('ContextOverflow', 'Too long.'));
  const { seen, start } = started([fails, async () => answer('next')]);
  const supervisor = superviseEngine({ start, patience: long });
  await expect(supervisor.ask('support', request, { signal: never })).rejects.toMatchObject({
    name: 'ContextOverflow',
  });
  expect((await supervisor.ask('support', request, { signal: never })).text).toBe('next');
  expect(seen).toEqual({ starts: 1, ends: 0, asked: 2 });
});

test('[SUPV4] an engine that does not start is tried again with the next question', async () => {
  const { start } = started([async () => answer('yes')]);
  let failing = true;
  const supervisor = superviseEngine({
    patience: long,
    start: () => (failing ? Promise.reject(modelError('ModelUnavailable', 'No model is here.')) : start()),
  });
  await expect(supervisor.ask('support', request, { signal: never })).rejects.toMatchObject({
    name: 'ModelUnavailable',
  });
  failing = false;
  expect((await supervisor.ask('support', request, { signal: never })).text).toBe('yes');
});
