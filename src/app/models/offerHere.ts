import { aboutModel, modelsForDevice, prebuiltModels, probeGpu, type GpuProbe } from '../../llm/engines/webllm';
import type { Offer } from '../../ui';
import { knownHashes } from '../llm/knownHashes';
import { keptMirror } from './mirror';
import { whereFrom } from './whereFrom';

let probed: Promise<GpuProbe> | null = null;

/** This device's graphics card; asked once. */
export const gpuHere = (): Promise<GpuProbe> => (probed ??= probeGpu(navigator.gpu));

/** The models that can be fetched by name and that this device can probably run, the smallest first. */
export async function offerHere(): Promise<Offer> {
  const found = await gpuHere();
  if (!found.available) return found;
  const { deviceMemory } = navigator as { deviceMemory?: number };
  const { userAgentData } = navigator as { userAgentData?: { mobile: boolean } };
  const isPhone = userAgentData?.mobile ?? /Android|iPhone|iPad/.test(navigator.userAgent);
  const device = { memoryMB: deviceMemory === undefined ? null : deviceMemory * 1024, isPhone };
  const mirror = keptMirror();
  const models = modelsForDevice(prebuiltModels, found.gpu, device).map((model) => {
    const { aboutBytes, license } = aboutModel(model);
    const { name, memoryMB, contextTokens } = model;
    return { name, memoryMB, contextTokens, aboutBytes, license, known: Object.hasOwn(knownHashes, name) };
  });
  const [first] = prebuiltModels;
  const from = first ? [...new Set(whereFrom(first, mirror).map((address) => new URL(address).host))] : [];
  return { available: true, card: found.gpu.name, models, from };
}
