import { isAppError } from '../../kernel';
import type { Watch } from '../Watch';

/** A longer piece of work: at most one at a time, with progress, and with a way to stop it. */
export class Work {
  #stop = $state.raw<AbortController | null>(null);
  #reached = $state.raw<{ readonly done: number; readonly of: number } | null>(null);

  get busy(): boolean {
    return this.#stop !== null;
  }

  /** How much is done, from 0 to 1; null while nobody knows. */
  get share(): number | null {
    return this.#reached && this.#reached.done / this.#reached.of;
  }

  /** How far it is, in what the work counts; null while nobody knows. */
  get reached(): { readonly done: number; readonly of: number } | null {
    return this.#reached;
  }

  /** Runs it; null when it was stopped or another is still running. Its errors are thrown. */
  async run<T>(use: (watch: Watch) => Promise<T>): Promise<T | null> {
    if (this.#stop) return null;
    const stop = new AbortController();
    this.#stop = stop;
    this.#reached = null;
    const onProgress: Watch['onProgress'] = (done, of) => (this.#reached = of ? { done, of } : null);
    try {
      return await use({ signal: stop.signal, onProgress });
    } catch (error) {
      if (stop.signal.aborted && isAppError(error, 'Cancelled')) return null;
      throw error;
    } finally {
      this.#stop = null;
    }
  }

  stop(): void {
    this.#stop?.abort();
  }
}
