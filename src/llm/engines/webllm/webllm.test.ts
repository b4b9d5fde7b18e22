import { modelLibURLPrefix, modelVersion, prebuiltAppConfig } from '@mlc-ai/web-llm';
import { expect, test } from 'vitest';
import { aboutModel, folderOf, libraryAddress, modelsForDevice, prebuiltModels, probeGpu, weightsAddress } from '.';
import { answerFailure, loadFailure } from './webllmErrors';

const f32 = { name: 'SwiftShader', f16: false, maxBufferBytes: 2 ** 30 };
const f16 = { ...f32, f16: true };
const names = (...args: Parameters<typeof modelsForDevice>) => modelsForDevice(...args).map(({ name }) => name);

test('[WEB1] the list is the one that goes with this version of the library, without what cannot chat', () => {
  expect(libraryAddress).toBe(`${modelLibURLPrefix}${modelVersion}/`);
  const chats = prebuiltAppConfig.model_list.filter(
    ({ model_type: type, model_manifest: manifest, vram_required_MB: memory = 0 }) =>
      !type && !manifest && memory <= 7000,
  );
  const theirs = chats.map((one) => [
    `${one.model}/`,
    one.model_lib,
    Math.ceil(one.vram_required_MB ?? 0),
    one.overrides?.context_window_size,
  ]);
  const ours = prebuiltModels.map((one) => [
    `${weightsAddress}${folderOf(one)}/`,
    `${libraryAddress}${one.library}`,
    one.memoryMB,
    one.contextTokens,
  ]);
  expect(ours.toSorted()).toEqual(theirs.toSorted());
});

test('[WEB6] a name tells size, licence and whether 16 bits are needed', () => {
  expect(aboutModel({ name: 'SmolLM2-360M-Instruct-q4f16_1-MLC' })).toEqual({
    aboutBytes: 202_500_000,
    license: 'Apache-2.0',
    needsF16: true,
  });
  expect(aboutModel({ name: 'stablelm-2-zephyr-1_6b-q4f32_1-MLC' })).toMatchObject({ aboutBytes: 1_000_000_000 });
  expect(aboutModel({ name: 'nobody-knows' })).toEqual({ aboutBytes: null, license: null, needsF16: false });
  for (const model of prebuiltModels) expect(aboutModel(model).license, model.name).not.toBeNull();
});

test('[WEB6] only what this device can probably run is offered, the smallest first', () => {
  const laptop = { memoryMB: 8192, isPhone: false };
  const without = names(prebuiltModels, f32, laptop);
  expect(without[0]).toBe('SmolLM2-360M-Instruct-q4f32_1-MLC');
  expect(without.filter((name) => name.includes('f16'))).toEqual([]);
  const having = names(prebuiltModels, f16, laptop);
  expect(having[0]).toBe('SmolLM2-135M-Instruct-q0f16-MLC');
  // Each once: where the card computes in 16 bits, nobody wants the slower twin.
  expect(having).not.toContain('SmolLM2-360M-Instruct-q4f32_1-MLC');
  const memoryOf = (name: string) => prebuiltModels.find((one) => one.name === name)?.memoryMB ?? Infinity;
  expect(Math.max(...having.map(memoryOf))).toBeLessThanOrEqual(4096);
  // A context into which no prompt of the shop fits is of no use.
  expect(having.filter((name) => name.endsWith('-1k'))).toEqual([]);
  const phone = names(prebuiltModels, f16, { memoryMB: 8192, isPhone: true });
  expect(phone.length).toBeGreaterThan(0);
  expect(Math.max(...phone.map(memoryOf))).toBeLessThanOrEqual(1100);
  expect(names(prebuiltModels, f16, { memoryMB: null, isPhone: false }).length).toBeGreaterThan(phone.length);
});

const limits = {
  maxBufferSize: 2 ** 30,
  maxStorageBufferBindingSize: 2 ** 30,
  maxComputeWorkgroupStorageSize: 32_768,
  maxStorageBuffersPerShaderStage: 10,
};
const card = (changed: Partial<typeof limits> = {}) => ({
  requestAdapter: async () => ({ features: { has: () => false }, limits: { ...limits, ...changed } }),
});

test('[WEB2] a graphics card that is missing or too small is found out before anything is downloaded', async () => {
  expect(await probeGpu(card())).toMatchObject({ available: true, gpu: { name: 'a graphics card' } });
  for (const [gpu, words] of [
    [undefined, /no WebGPU/],
    [{ requestAdapter: async () => null }, /no graphics card/],
    [{ requestAdapter: () => Promise.reject(new Error('blocked')) }, /no graphics card/],
    [card({ maxStorageBuffersPerShaderStage: 8 }), /8 for maxStorageBuffersPerShaderStage, and 10/],
    [card({ maxBufferSize: 1 }), /too small/],
  ] as const) {
    expect(await probeGpu(gpu)).toEqual({ available: false, because: expect.stringMatching(words) as string });
  }
});

test.each([
  ['OperationError', 'Device was lost', 'EngineLost'],
  ['BindingError', 'deleted object', 'EngineLost'],
  ['TypeError', 'whatever else', 'EngineLost'],
  ['ContextWindowSizeExceededError', 'too long', 'ContextOverflow'],
  ['GrammarMatcherInitError', 'no such rule', 'EngineFailed'],
])('[WEB4] an answer that ends in %s (%s) is %s', (name, words, code) => {
  expect(answerFailure(Object.assign(new Error(words), { name }), 'm').name).toBe(code);
});

test.each([
  ['WebGPUNotAvailableError', 'none', 'ModelUnavailable'],
  ['ShaderF16SupportError', 'none', 'ModelUnavailable'],
  ['Error', 'Unable to find a compatible GPU', 'ModelUnavailable'],
  ['IntegrityError', 'other', 'ModelCorrupt'],
  ['LinkError', 'import', 'ModelCorrupt'],
  ['DeviceLostError', 'lost', 'EngineLost'],
  ['Error', 'Cannot fetch it', 'ModelCorrupt'],
])('[WEB4] a load that ends in %s (%s) is %s', (name, words, code) => {
  expect(loadFailure(Object.assign(new Error(words), { name }), 'm').name).toBe(code);
});
