import { wayOut } from '../../model/modelErrors';

/** What counts of a graphics card, in bytes where it counts bytes. */
export interface GpuFacts {
  readonly name: string;
  /** It can compute in 16 bits. */
  readonly f16: boolean;
  readonly maxBufferBytes: number;
}

/** A graphics card that WebLLM can use, or what is missing. */
export type GpuProbe =
  { readonly available: true; readonly gpu: GpuFacts } | { readonly available: false; readonly because: string };

/** The part of WebGPU that is asked: the global `navigator.gpu`, where there is one. */
export interface GpuDoor {
  requestAdapter(options?: { powerPreference: 'high-performance' }): Promise<GpuAdapter | null>;
}
interface GpuAdapter {
  readonly features: { has(name: string): boolean };
  readonly limits: Readonly<Record<keyof typeof needs, number>>;
  readonly info?: { readonly vendor: string; readonly architecture?: string; readonly description: string };
}

const MiB = 1024 * 1024;

/** What the library asks a device for and cannot do without (its `detectGPUDevice`, 0.2.86). */
const needs = {
  maxBufferSize: 256 * MiB,
  maxStorageBufferBindingSize: 128 * MiB,
  maxComputeWorkgroupStorageSize: 32 * 1024,
  maxStorageBuffersPerShaderStage: 10,
} as const;

/** Asks for the graphics card before anything is downloaded: the library finds out only afterwards. */
export async function probeGpu(gpu: GpuDoor | undefined): Promise<GpuProbe> {
  if (!gpu)
    return missing('This browser has no WebGPU, or not on this page: it needs https and a browser of 2023 or newer.');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter) return missing('This browser has WebGPU and finds no graphics card that it can use.');
  const short = Object.entries(needs).find(([limit, least]) => adapter.limits[limit as keyof typeof needs] < least);
  if (short) {
    const [limit, least] = short;
    const has = adapter.limits[limit as keyof typeof needs];
    return missing(`The graphics card is too small: it gives ${has} for ${limit}, and ${least} are needed.`);
  }
  const { vendor = '', architecture = '', description = '' } = adapter.info ?? {};
  return {
    available: true,
    gpu: {
      name: description || `${vendor} ${architecture}`.trim() || 'a graphics card',
      f16: adapter.features.has('shader-f16'),
      maxBufferBytes: adapter.limits.maxBufferSize,
    },
  };
}

const missing = (found: string): GpuProbe => ({ available: false, because: `${found} ${wayOut.ModelUnavailable}` });
