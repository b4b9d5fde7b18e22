import type { EngineRow } from '../../ui';
import { browserPort } from './loadBuiltin';
import { gpuHere } from './offerHere';

/** The engines of this device, and why one cannot run: asked before anything is downloaded, and without starting a thread. */
export async function engineRows(): Promise<EngineRow[]> {
  const threads = crossOriginIsolated ? 'half of the threads that there are' : 'one thread';
  const because = whyNoThread();
  const gpu = await gpuHere();
  const noCard = because ?? (gpu.available ? null : gpu.because);
  const own = browserPort();
  // Asking it makes browsers without the part that runs it complain: it is asked when somebody has chosen it.
  const mayHaveOwn = 'LanguageModel' in globalThis;
  return [
    {
      id: 'scripted',
      name: 'Scripted engine',
      available: true,
      words: 'Rules, no model. Always there, and what takes over when a model fails.',
    },
    {
      id: 'wllama',
      name: 'llama.cpp on the processor (wllama)',
      available: because === null,
      words: because ?? `Any GGUF model, on ${threads}. Models of up to about 500 MB answer in bearable time.`,
    },
    {
      id: 'webllm',
      name: 'WebLLM on the graphics card',
      available: noCard === null,
      words:
        noCard ??
        `Models that were made for it, on ${gpu.available ? gpu.gpu.name : ''}. Unverified: everything up to the first token is tested, an answer on a real card is not.`,
    },
    {
      id: own.id,
      name: own.name,
      available: mayHaveOwn,
      words: mayHaveOwn
        ? 'Perhaps: whether it can run here is asked when an agent that was given it first needs it. Where it cannot, the rules work, and the log says why.'
        : 'This browser has no model of its own.',
    },
  ];
}

/** Its thread needs OPFS to keep models in. */
function whyNoThread(): string | null {
  if (!('storage' in navigator) || !('getDirectory' in navigator.storage))
    return 'This browser has no file system for apps, where models are kept. A newer version of it will do.';
  return null;
}
