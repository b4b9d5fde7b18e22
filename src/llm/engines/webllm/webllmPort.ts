import type { AppConfig, InitProgressReport, ModelIntegrity } from '@mlc-ai/web-llm';
import { AppError } from '../../../kernel';
import { modelError } from '../../model/modelErrors';
import type { LoadProgress, ModelPort } from '../../model/ModelPort';
import { selfTest } from '../../model/selfTest';
import { probeGpu, type GpuDoor } from './probeGpu';
import { runningWebllm } from './runningWebllm';
import { loadFailure } from './webllmErrors';
import type { WebllmLibrary } from './WebllmLibrary';

/** A model whose files lie in this origin's caches, where the library looks for them. */
export interface WebllmSource {
  /** Its id on the Models screen. */
  readonly model: string;
  /** The address under which its files are kept; it ends in a slash. Nothing is fetched from there. */
  readonly address: string;
  /** The address under which the program that runs it is kept. */
  readonly library: string;
  readonly contextTokens: number;
  /** Hashes that configuration, program and tokenizer must have. The library knows none of weights: they were checked when they came in. */
  readonly integrity: ModelIntegrity;
}

export interface WebllmOptions {
  readonly gpu: GpuDoor | undefined;
  /** Loads the library, when a model is loaded. */
  readonly library: () => Promise<WebllmLibrary>;
}

/** WebLLM: models on the graphics card. It runs in the thread that loads this, which is ended when the card is lost. */
export function webllmPort({ gpu, library }: WebllmOptions): ModelPort<WebllmSource> {
  return {
    id: 'webllm',
    name: 'WebLLM on the graphics card',
    async probe() {
      const probed = await probeGpu(gpu);
      return probed.available ? { available: true, details: probed.gpu.name } : probed;
    },
    async load({ model, address, library: program, contextTokens, integrity }, { signal, onProgress }) {
      const stopped = () => new AppError('Cancelled', `Loading ${model} was stopped.`);
      const step = (progress: LoadProgress) => {
        if (signal.aborted) throw stopped();
        onProgress(progress);
      };
      step({ phase: 'verify', done: 0, of: null });
      const probed = await probeGpu(gpu);
      // What is missing already says the way out.
      if (!probed.available) throw new AppError('ModelUnavailable', probed.because);
      const { openEngine, hasModelInCache, grammarOf } = await library();
      const appConfig: AppConfig = {
        cacheBackend: 'cache',
        model_list: [
          {
            model: address,
            model_id: model,
            model_lib: program,
            integrity,
            overrides: { context_window_size: contextTokens, sliding_window_size: -1 },
          },
        ],
      };
      if (!(await hasModelInCache(model, appConfig)))
        throw modelError('ModelUnavailable', `${model} is not whole on this device. Go on with its download first.`);
      step({ phase: 'compile', done: 0, of: null });
      const initProgressCallback = (report: InitProgressReport) => void (signal.aborted || onProgress(phaseOf(report)));
      const engine = openEngine({ appConfig, initProgressCallback, logLevel: 'SILENT' });
      const stop = () => void engine.unload();
      signal.addEventListener('abort', stop, { once: true });
      try {
        await engine.reload(model);
        if (signal.aborted) throw stopped();
        const loaded = runningWebllm(engine, { model, contextTokens, grammarOf });
        step({ phase: 'self-test', done: 0, of: 1 });
        // A load that was broken off resolves, too: only an answer shows that the model is there.
        await selfTest(loaded, signal);
        step({ phase: 'self-test', done: 1, of: 1 });
        return loaded;
      } catch (error) {
        await engine.unload().catch(() => undefined);
        throw signal.aborted ? stopped() : loadFailure(error, model);
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
  };
}

/** The library tells its phase in words only: bytes come from the caches, then shaders are compiled. */
function phaseOf({ text, progress }: InitProgressReport): LoadProgress {
  return /shader/i.test(text)
    ? { phase: 'compile', done: progress, of: 1 }
    : { phase: 'verify', done: progress, of: 1 };
}
