/** A moment of the virtual clock at which something is to happen. */
interface Due {
  readonly atMs: number;
  /** Ties are broken by who asked first, so that the order is the same everywhere. */
  readonly n: number;
  /** Only a look around: it does not keep a run from being over. */
  readonly idle: boolean;
  run: (() => void) | null;
}

/** A virtual clock and everything that is due on it: no real time passes, and the same calls give the same order in any engine. */
export class Scheduler {
  #nowMs = 0;
  #n = 0;
  #busy = 0;
  // A binary heap: the earliest stands first.
  readonly #heap: Due[] = [];

  /** Virtual milliseconds since the run began. */
  get nowMs(): number {
    return this.#nowMs;
  }

  /** How many things are due that are more than a look around. */
  get busy(): number {
    return this.#busy;
  }

  /** When the next thing is due; Infinity when nothing is. */
  get nextMs(): number {
    return this.#heap[0]?.atMs ?? Infinity;
  }

  /** Lets something happen in so many milliseconds. Returns how to call it off. */
  after(delayMs: number, run: () => void, { idle = false } = {}): () => void {
    const due: Due = { atMs: this.#nowMs + Math.max(0, delayMs), n: this.#n++, idle, run };
    if (!idle) this.#busy += 1;
    this.#push(due);
    return () => {
      if (due.run && !due.idle) this.#busy -= 1;
      due.run = null;
    };
  }

  /** Lets the next thing happen; false when there is none. */
  step(): boolean {
    for (let due = this.#pop(); due; due = this.#pop()) {
      const { run } = due;
      if (!run) continue;
      due.run = null;
      if (!due.idle) this.#busy -= 1;
      this.#nowMs = due.atMs;
      run();
      return true;
    }
    return false;
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(due);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(due, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = due;
  }

  #pop(): Due | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (child >= heap.length || !isBefore(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

const isBefore = (a: Due, b: Due): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.n < b.n);
