import { aboutModel } from './aboutModel';
import type { PrebuiltModel } from './prebuiltModels';
import type { GpuFacts } from './probeGpu';

/** What is known of a device beside its graphics card. */
export interface DeviceFacts {
  /** Its memory in MB, as far as the browser tells; null when it does not. */
  readonly memoryMB: number | null;
  readonly isPhone: boolean;
}

/** A tab of a phone is ended near 1.5 GB; what the page and the runtime take is off that. */
const phoneMB = 1100;
/** The prompts of this shop, with their schemas, do not fit into less. */
const leastContextTokens = 4096;

/** A browser that says nothing of its memory is taken for a small one. */
const unsaidMB = 4096;

/** Null when this device can probably run a model; else why not. No browser says how much memory a graphics card has. */
export function whyNotHere(model: PrebuiltModel, gpu: GpuFacts, device: DeviceFacts): string | null {
  if (model.contextTokens < leastContextTokens) return 'Its context is too short for the prompts of this shop.';
  if (aboutModel(model).needsF16 && !gpu.f16)
    return 'This graphics card cannot compute in 16 bits. The same model in q4f32 can run.';
  const most = device.isPhone ? phoneMB : (device.memoryMB ?? unsaidMB) / 2;
  if (model.memoryMB > most)
    return `It takes ${model.memoryMB} MB; ${Math.floor(most)} MB can be had on this device without harm.`;
  return null;
}

/** The models that this device can probably run, the smallest first; each once, in the quickest way that the card can compute. */
export function modelsForDevice(all: readonly PrebuiltModel[], gpu: GpuFacts, device: DeviceFacts): PrebuiltModel[] {
  return all
    .filter((model) => whyNotHere(model, gpu, device) === null)
    .filter(
      (model) => !(gpu.f16 && all.some((other) => other.name === model.name.replace('f32', 'f16') && other !== model)),
    )
    .toSorted((a, b) => a.memoryMB - b.memoryMB);
}
