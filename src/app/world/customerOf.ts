import type { CustomerId, WorldEvent } from '../../contracts';
import type { Log } from '../../log';

/** Whose story an event belongs to: the customer whose mail began it. */
export async function customerOf(log: Pick<Log, 'find'>, event: WorldEvent): Promise<CustomerId | null> {
  if (event.type === 'CustomerQuery') return event.data.customerId;
  const story = await log.find({ correlation: event.correlationId }, { upTo: event.position });
  for (const one of story) if (one.type === 'CustomerQuery') return one.data.customerId;
  return null;
}
