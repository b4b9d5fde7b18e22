/** A turn that cannot be finished and is given up, visibly. Not for a lost desk: that stops the agent. */
export class TurnFailed extends Error {
  constructor(
    readonly rule: 'bad-output' | 'threw',
    because: string,
    options?: { cause?: unknown },
  ) {
    super(because.toWellFormed().slice(0, 500).toWellFormed(), options);
    this.name = 'TurnFailed';
  }
}

/** Runs the agent's own code: what it throws gives the turn up instead of stopping the agent. */
export function orGiveUp<T>(what: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw cause instanceof TurnFailed ? cause : new TurnFailed('threw', `${what}: ${String(cause)}`, { cause });
  }
}
