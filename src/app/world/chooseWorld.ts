import { archiveWorld, createWorld, type LogStore, type WorldRow } from '../../log';

/** The world a visitor comes back to: the newest that is not archived, or a new one when there is none. */
export async function chooseWorld(store: LogStore, now: number): Promise<WorldRow> {
  const open = (await store.worlds()).filter((row) => row.archivedAt === null);
  const newest = open.sort((a, b) => a.createdAt - b.createdAt).at(-1);
  return newest ?? addWorld(store, now);
}

/** Archives the world and begins another. Nothing of the old one is lost. */
export async function resetWorld(store: LogStore, current: string, now: number): Promise<void> {
  await addWorld(store, now);
  await archiveWorld(store, current, now);
}

/** The world that the last reset put aside, if there is one. */
export async function lastArchived(store: LogStore): Promise<WorldRow | null> {
  const archived = (await store.worlds()).filter((row) => row.archivedAt !== null);
  return archived.sort((a, b) => (a.archivedAt ?? 0) - (b.archivedAt ?? 0)).at(-1) ?? null;
}

/** Brings the last archived world back; the current one is archived in its place. */
export async function undoReset(store: LogStore, current: string, now: number): Promise<void> {
  const back = await lastArchived(store);
  if (!back) return;
  await archiveWorld(store, back.id, null);
  await archiveWorld(store, current, now);
}

async function addWorld(store: LogStore, now: number): Promise<WorldRow> {
  const count = (await store.worlds()).length;
  return createWorld(store, { id: `shop-${count + 1}`, name: `shop ${count + 1}`, at: now + count });
}
