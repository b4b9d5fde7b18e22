/**
 * The answer to a question that is asked again whenever something moves. The last answer stays until the next one is there, so nothing
 * flickers; while one is under way, only the newest question waits.
 */
export class Fetched<T> {
  #answer = $state.raw<{ readonly key: string; readonly value: T } | null>(null);
  #wanted: { readonly key: string; readonly ask: () => Promise<T> } | null = null;
  #busy = false;

  /** The answer for this key, or undefined as long as there is none. */
  of(key: string): T | undefined {
    return this.#answer?.key === key ? this.#answer.value : undefined;
  }

  /** `ask` is given the key again: it may be put when the component is gone, and must not look at what that showed. */
  ask<Key extends string>(key: Key, ask: (key: Key) => Promise<T>): void {
    this.#wanted = { key, ask: () => ask(key) };
    if (!this.#busy) void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    while (this.#wanted) {
      const { key, ask } = this.#wanted;
      this.#wanted = null;
      try {
        this.#answer = { key, value: await ask() };
      } catch {
        // No answer is shown as no answer; the next change asks again.
      }
    }
    this.#busy = false;
  }
}
