import { LoggerWithoutDebug, Wllama } from '@wllama/wllama/esm/index.js';
import { AppError } from '../../../kernel';
import { modelError } from '../../model/modelErrors';
import type { LoadProgress, ModelPort } from '../../model/ModelPort';
import { selfTest } from '../../model/selfTest';
import { readGguf } from './readGguf';
import { runningWllama } from './runningWllama';

/** A model in one GGUF file, as it lies on this device. */
export interface GgufSource {
  /** Its id on the Models screen. */
  readonly model: string;
  readonly file: Blob;
  /** Tokens of prompt and answer together; memory grows with it. */
  readonly contextTokens: number;
}

export interface WllamaOptions {
  /** Where the runtime's own wasm lies. */
  readonly wasmUrl: string;
  /** Without special headers a browser gives it one thread. */
  readonly threads: number;
}

/** llama.cpp in WebAssembly: every processor will do. It runs in a thread of its own beside the one that loads this. */
export function wllamaPort({ wasmUrl, threads }: WllamaOptions): ModelPort<GgufSource> {
  return {
    id: 'wllama',
    name: 'llama.cpp on the processor (wllama)',
    async probe() {
      if (!WebAssembly.validate(simd))
        return { available: false, because: 'This browser has no WebAssembly SIMD. A newer version of it will do.' };
      return { available: true, details: threads > 1 ? `${threads} threads` : 'one thread' };
    },
    async load({ model, file, contextTokens }, { signal, onProgress }) {
      const step = (phase: LoadProgress['phase'], done: number, of: number | null) => {
        if (signal.aborted) throw new AppError('Cancelled', `Loading ${model} was stopped.`);
        onProgress({ phase, done, of });
      };
      step('verify', 0, file.size);
      const header = await readGguf(file);
      step('compile', 0, null);
      const wllama = new Wllama({ default: wasmUrl }, { logger: quiet, suppressNativeLog: true });
      const context = Math.min(contextTokens, header.contextTokens ?? contextTokens);
      try {
        await orCancelled(
          wllama.loadModel([file], {
            n_threads: threads,
            n_gpu_layers: 0,
            n_ctx: context,
            n_parallel: 1,
            embeddings: true,
            pooling_type: 'mean',
          }),
          signal,
        );
        const loaded = runningWllama(wllama, { model, contextTokens: context, chatTemplate: header.chatTemplate });
        step('self-test', 0, 1);
        await selfTest(loaded, signal);
        step('self-test', 1, 1);
        return loaded;
      } catch (error) {
        await wllama.exit();
        if (error instanceof AppError && error.name !== 'EngineFailed') throw error;
        throw modelError('ModelCorrupt', `llama.cpp cannot run ${model}: ${wordsOf(error)}.`, error);
      }
    },
  };
}

function orCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(new AppError('Cancelled', 'Loading the model was stopped.'));
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

function wordsOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}

// What goes wrong comes back as errors with words; a console full of a runtime's own log helps nobody.
const silent = () => undefined;
const quiet = { ...LoggerWithoutDebug, log: silent, warn: silent, error: silent, debug: silent };

/** The least module that needs SIMD (from wasm-feature-detect, Apache-2.0). */
const simd = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);
