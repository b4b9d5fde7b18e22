import { openWake, type Wake } from '../../bus';
import type { Network } from '../sim/Network';

/** How often a reader looks at the log when it hears no news at all: as in the real shop. */
const pollMs = 1_000;

/** News over the simulated network: who reads is woken by what arrives, and looks by itself now and then. */
export class NewsBoard {
  readonly #readers = new Map<string, () => void>();

  constructor(private readonly network: Network) {}

  /** A commit was made: everybody is told, over a network that may lose it. */
  announce(position: number): void {
    for (const reader of this.#readers.keys())
      this.network.send({
        from: 'log',
        to: reader,
        says: `news: the log is at ${position}`,
        arrive: () => this.#readers.get(reader)?.(),
      });
  }

  /** What a reader waits on. A new thread of the same reader takes the place of the old one. */
  wakeOf(reader: string): Wake {
    return this.#wake((heard) => void this.#readers.set(reader, heard));
  }

  /** For who has no part in the lesson: hears no news, and looks by itself now and then. Nothing of it is a message on the network. */
  wakeOfBystander(): Wake {
    return this.#wake(() => undefined);
  }

  #wake(listen: (heard: () => void) => void): Wake {
    return openWake({
      listen: (heard) => {
        listen(heard);
        return () => undefined;
      },
      after: (due) => this.network.scheduler.after(pollMs, due, { idle: true }),
    });
  }
}
