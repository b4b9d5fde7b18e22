import type { Log, WorldRow } from '../../log';

/** How the reader is called that carries out forgetting. */
export const forgettingReader = 'forgetting';

/**
 * Erases what lies beside the log of every customer who was forgotten since it last looked: in this world, in those it was forked from, and in all their
 * forks, which read the same texts. Snapshots of these worlds go with them. A death in between changes nothing: it is done again.
 */
export async function carryOutForgetting(log: Log, now: () => number): Promise<void> {
  const { position } = await log.checkpoint(forgettingReader);
  const forgotten = await log.find({ type: 'CustomerForgotten' }, { after: position });
  const last = forgotten.at(-1);
  if (!last) return;
  const family = familyOf(await log.store.worlds(), log.world().id);
  for (const event of forgotten) {
    if (event.type !== 'CustomerForgotten') continue;
    for (const world of family) await log.store.forget(world, event.data.customerId);
  }
  const checkpoint = { reader: forgettingReader, position: last.position, attempts: 0 };
  await log.append({ drafts: [], at: now(), checkpoint });
}

/** A world and all that share some history with it. */
function familyOf(worlds: readonly WorldRow[], id: string): string[] {
  const parents = new Map(worlds.map((row) => [row.id, row.parent]));
  const rootOf = (world: string): string => {
    let at = world;
    for (let parent = parents.get(at); parent; parent = parents.get(at)) at = parent;
    return at;
  };
  return worlds.map((row) => row.id).filter((one) => rootOf(one) === rootOf(id));
}
