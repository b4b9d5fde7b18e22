import type { EventId } from '../../contracts';
import { createWorld, exportWorld, openLog, openMemoryStore, sealSide, type Log, type LogStore } from '..';
import { restock } from '../logContract.suite';

/** A small log with all that an export can hold: commits of one and of many, texts, one of them forgotten, readers. */
export async function smallLog(store: LogStore = openMemoryStore()): Promise<Log> {
  await createWorld(store, { id: 'w', name: 'Small “world” 🐟', at: 1 });
  const log = await openLog(store, 'w');
  for (const [n, ids] of [['a'], ['b', 'c', 'd'], ['e'], ['f', 'g']].entries()) {
    await log.append({ drafts: ids.map((id) => restock(id)), at: 1000 + n });
  }
  for (const [id, customer] of [
    ['m1', 'c-7'],
    ['m2', 'c-8'],
  ] as const) {
    const side = sealSide(`a letter from ${customer}\nwith "quotes" and \u2028 and 🐟`, {
      world: 'w',
      subject: customer,
      salt: `salt-${id}`,
    });
    const data = { mailId: id, customerId: customer, letter: side.ref, attachments: 0 };
    const draft = { ...restock(id), type: 'MailReceived', by: 'customer', data };
    await log.append({ drafts: [draft], at: 2000, sides: [side] });
  }
  await store.forget('w', 'c-8');
  const reorder = {
    ...restock('r1'),
    type: 'LowStockReported',
    by: 'inventory',
    external: false,
    basis: 4,
    causationId: 'e' as EventId,
  };
  await log.append({
    drafts: [{ ...reorder, data: { sku: 'MUG-1', available: 2 } }],
    at: 2500,
    checkpoint: { reader: 'agent:inventory', position: 5, attempts: 0 },
  });
  await log.append({ drafts: [], at: 0, checkpoint: { reader: 'scenario', position: 40, attempts: 1 } });
  return log;
}

/** The lines of a log's export, each with its line feed. */
export async function exported(log: Log): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportWorld(log)) lines.push(line);
  return lines;
}

/** A text as the bytes of a file, in pieces that end anywhere. */
export function* chunksOf(text: string, size = 700): Generator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
