import type { CustomerId } from '../../contracts';
import { indexEvent, openIndex, type ImportIndex } from '../../intake';
import { defaultCurrency } from '../../kernel';
import type { Log } from '../../log';
import type { People } from './people';

/** Reads the log once, from its beginning, for what an import has to know of the shop. The thread answers others between two pieces. */
export async function importIndex(log: Log, people: People): Promise<ImportIndex> {
  const index = openIndex(defaultCurrency);
  for (let position = 0; ;) {
    const events = await log.read(position, 2000);
    const last = events.at(-1);
    if (!last) break;
    for (const event of events) indexEvent(index, event);
    position = last.position;
  }
  await people.settled();
  const emails = people.addresses();
  for (const id of index.customers.keys()) {
    index.customers.set(id, { name: people.names[id] ?? null, email: emails.get(id as CustomerId) ?? null });
  }
  return index;
}
