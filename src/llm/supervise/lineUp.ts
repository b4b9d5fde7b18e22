import { AppError } from '../../kernel';

/** Somebody who waits for the engine, or is served: `waiting` is how many are before it, 0 for the one being served. */
export interface InLine {
  readonly who: string;
  readonly waiting: number;
}

/** One queue, first come first served. Whoever stops waiting leaves it at once. */
export interface Line {
  /** Runs it when its turn comes. @throws Cancelled when the signal is aborted before that. */
  take<T>(who: string, signal: AbortSignal, run: () => Promise<T>): Promise<T>;
  inLine(): readonly InLine[];
}

interface Waiting {
  readonly who: string;
  readonly go: () => void;
}

/** Opens a queue; `changed` is called whenever somebody comes, is served or leaves. */
export function lineUp(changed: (line: readonly InLine[]) => void = () => undefined): Line {
  const line: Waiting[] = [];
  const inLine = () => line.map(({ who }, waiting) => ({ who, waiting }));
  const leave = (one: Waiting) => {
    const at = line.indexOf(one);
    if (at < 0) return;
    line.splice(at, 1);
    changed(inLine());
    if (at === 0) line[0]?.go();
  };
  return {
    inLine,
    async take(who, signal, run) {
      const stop = () => new AppError('Cancelled', `${who} no longer waits for the model.`);
      if (signal.aborted) throw stop();
      let one: Waiting | undefined;
      let cancel = () => undefined as void;
      const turn = new Promise<void>((go, reject) => {
        one = { who, go };
        cancel = () => reject(stop());
        signal.addEventListener('abort', cancel, { once: true });
        line.push(one);
        if (line.length === 1) go();
        changed(inLine());
      });
      try {
        await turn;
        signal.removeEventListener('abort', cancel);
        return await run();
      } finally {
        signal.removeEventListener('abort', cancel);
        if (one) leave(one);
      }
    },
  };
}
