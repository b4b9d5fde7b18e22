import type { WorldEvent } from '../../../src/contracts';
import { createWorld, openLog, type Log } from '../../../src/log';
import { openDexieStore } from '../../../src/log/dexie';

/** The real log on the real store, in a database of this name that did not exist before. */
export async function openOurs(name: string): Promise<Log> {
  indexedDB.deleteDatabase(name);
  const store = await openDexieStore(name);
  await createWorld(store, { id: 'bench', name: 'bench', at: 1 });
  return openLog(store, 'bench', { leads: true });
}

/** What the author of an event handed in. */
export function draftOf(event: WorldEvent): object {
  const { id, type, data, by, external, causationId, correlationId, answers, basis } = event;
  const given = { id, type, data, by, external, causationId, correlationId };
  return { ...given, ...(answers === undefined ? {} : { answers }), ...(basis === undefined ? {} : { basis }) };
}
