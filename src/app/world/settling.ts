/** Something others wait for: it holds or it does not, and changes now and then. */
export interface Settling {
  /** To be called after every change. */
  changed(): void;
  /** Resolves as soon as the condition holds. */
  settled(): Promise<void>;
}

/** Watches a condition that is cheap to ask. */
export function settling(holds: () => boolean): Settling {
  let waiting: (() => void)[] = [];
  return {
    changed() {
      if (waiting.length === 0 || !holds()) return;
      const due = waiting;
      waiting = [];
      for (const resolve of due) resolve();
    },
    settled: () => (holds() ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
