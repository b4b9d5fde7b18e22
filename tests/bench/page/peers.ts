import PouchDB from 'pouchdb-core';
import indexedDbAdapter from 'pouchdb-adapter-indexeddb';
import { createRxDatabase, type RxJsonSchema } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { WorldEvent } from '../../../src/contracts';

/** Another database that keeps events: checked and hashed by nobody, one transaction a call. */
export interface Peer {
  readonly name: string;
  add(events: readonly WorldEvent[]): Promise<unknown>;
}

const text = { type: 'string', maxLength: 100 } as const;

// The nearest to our index that RxDB has: one entry for the type, one for the story. Its validators are extra and left out.
const schema: RxJsonSchema<{ id: string; type: string; correlationId: string; position: number }> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text,
    type: text,
    correlationId: text,
    position: { type: 'integer', minimum: 0, maximum: 1_000_000_000, multipleOf: 1 },
    world: text,
    kind: text,
    version: { type: 'integer' },
    topic: text,
    tags: { type: 'array', items: { type: 'string' } },
    data: { type: 'object' },
    at: { type: 'number' },
    by: text,
    external: { type: 'boolean' },
    causationId: { type: ['string', 'null'] },
    answers: text,
    basis: { type: 'integer' },
  } as never,
  required: ['id', 'type', 'correlationId', 'position'],
  indexes: ['type', 'correlationId'],
};

/** RxDB on its free IndexedDB storage (Dexie), without a validator. */
export async function openRxdb(name: string): Promise<Peer> {
  const database = await createRxDatabase({ name, storage: getRxStorageDexie(), multiInstance: false });
  const { events } = await database.addCollections({ events: { schema } });
  return { name: 'rxdb', add: (added) => events.bulkInsert([...added]) };
}

/** PouchDB on its IndexedDB adapter, without an index of its own. */
export function openPouch(name: string): Peer {
  const database = new (PouchDB.plugin(indexedDbAdapter))(name, { adapter: 'indexeddb' });
  return { name: 'pouch', add: (added) => database.bulkDocs(added.map((event) => ({ ...event, _id: event.id }))) };
}
