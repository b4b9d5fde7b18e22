import type { WorldEvent } from '../contracts';
import { isAppError } from '../kernel';
import type { AppendRequest, Log } from '../log';
import type { Wake } from './openWake';

/** What a handler wants committed together with its reader's checkpoint; null when the event asks for nothing. */
export type Output = Omit<AppendRequest, 'checkpoint'> | null;

/** A durable subscription: who reads, and what to do with each event. */
export interface Subscription {
  /** The reader's name: its checkpoint is kept under it. */
  readonly reader: string;
  readonly log: Log;
  readonly wake: Wake;
  readonly signal: AbortSignal;
  /**
   * Looks at one event and says what should follow. Called again, with the world as it then is, when what it rested on has moved.
   * Nothing it returns is committed twice.
   */
  handle(event: WorldEvent): Promise<Output>;
  /** Called after something was committed for this event; what it returns is waited for. */
  settled?(event: WorldEvent): Promise<void> | void | undefined;
  /** Called when all events up to here have been dealt with. */
  reached?(position: number): void;
  /** Called when handling failed and nothing was committed; the subscription ends. */
  onError(error: unknown, event: WorldEvent | null): void;
}

/** How many events a reader may be ahead of its stored checkpoint while nothing asks to be written. */
const lazySteps = 200;

/**
 * Runs a subscription from its checkpoint until the signal fires. Outputs and checkpoint are one transaction: killed at any moment, it
 * goes on as if it had not stopped.
 */
export async function subscribe(subscription: Subscription): Promise<void> {
  const { reader, log, wake, signal } = subscription;
  let current: WorldEvent | null = null;
  try {
    let stored = (await log.checkpoint(reader)).position;
    let done = stored;
    subscription.reached?.(done);
    while (!signal.aborted) {
      const events = await log.read(done, 100);
      for (const event of events) {
        if (signal.aborted) return;
        current = event;
        const wrote = await settle(subscription, event);
        done = event.position;
        subscription.reached?.(done);
        if (wrote) stored = done;
      }
      current = null;
      if (events.length > 0 && done - stored < lazySteps) continue;
      if (done > stored) {
        await log.append({ drafts: [], at: 0, checkpoint: { reader, position: done, attempts: 0 } });
        stored = done;
      }
      if (events.length === 0) await wake.next(signal);
    }
  } catch (error) {
    if (!signal.aborted) subscription.onError(error, current);
  }
}

/** True when something was committed for this event. */
async function settle({ reader, log, handle, settled, signal }: Subscription, event: WorldEvent): Promise<boolean> {
  while (!signal.aborted) {
    const output = await handle(event);
    if (!output || signal.aborted) return false;
    try {
      await log.append({ ...output, checkpoint: { reader, position: event.position, attempts: 0 } });
      await settled?.(event);
      return true;
    } catch (error) {
      // The world moved between looking and writing: look again.
      if (!isAppError(error, 'ConditionFailed')) throw error;
    }
  }
  return false;
}
