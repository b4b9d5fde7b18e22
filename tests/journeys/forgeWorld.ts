import type { WorldEvent } from '../../src/contracts';
import { canonicalJson } from '../../src/kernel';
import { createWorld, exportWorld, hashOf, importWorld, openLog, openMemoryStore } from '../../src/log';

/** What somebody makes who edits an exported world and knows how to seal: every seal in it fits. `edit` returns the event as it is to stand there. */
export async function forgeWorld(text: string, edit: (event: WorldEvent) => WorldEvent): Promise<string> {
  const lines = text.trimEnd().split('\n');
  const read = openMemoryStore();
  const { world } = await importWorld(read, lines, { into: { id: 'read', at: 1 } });
  if (!world) throw new Error('the file that is to be forged is not intact');
  const commits = await (await openLog(read, 'read')).storedCommits(0, Infinity);
  const store = openMemoryStore();
  await createWorld(store, { id: 'forged', name: 'Forged', at: 1 });
  let [head, previous] = [0, commits[0]?.previous ?? ''];
  for (const real of commits) {
    const events = real.events.map(edit);
    const hash = hashOf(previous, events);
    const commit = { ...real, previous, hash, events, text: canonicalJson(events) };
    const write = { commit, condition: null, checkpoints: [], sides: [] };
    await store.write({ world: 'forged', epoch: 1, head, writes: [write] });
    head = real.first + events.length - 1;
    previous = hash;
  }
  let forged = '';
  for await (const line of exportWorld(await openLog(store, 'forged'))) forged += line;
  return forged;
}
