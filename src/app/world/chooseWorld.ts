import { archiveWorld, completeWorlds, createWorld, selectWorld, type LogStore, type WorldRow } from '../../log';
import { AppError } from '../../kernel';

/** The world a visitor comes back to: of those that are not archived, the one chosen or made last; a new one when there is none. */
export async function chooseWorld(store: LogStore, now: number): Promise<WorldRow> {
  const open = (await completeWorlds(store)).filter((row) => row.archivedAt === null);
  const newest = open.sort((a, b) => since(a) - since(b)).at(-1);
  return newest ?? addWorld(store, now);
}

/** Archives the world and begins another. Nothing of the old one is lost. */
export async function resetWorld(store: LogStore, current: string, now: number): Promise<void> {
  await addWorld(store, now);
  await archiveWorld(store, current, now);
}

/** The world that the last reset put aside, if there is one. */
export async function lastArchived(store: LogStore): Promise<WorldRow | null> {
  const archived = (await completeWorlds(store)).filter((row) => row.archivedAt !== null);
  return archived.sort((a, b) => (a.archivedAt ?? 0) - (b.archivedAt ?? 0)).at(-1) ?? null;
}

/** Brings the last archived world back; the current one is archived in its place. */
export async function undoReset(store: LogStore, current: string, now: number): Promise<void> {
  const back = await lastArchived(store);
  if (!back) return;
  await openWorld(store, back.id, now);
  await archiveWorld(store, current, now);
}

/** Chooses the world that opens next; an archived one is taken back. The one that was open stays in the list. */
export async function openWorld(store: LogStore, id: string, now: number): Promise<void> {
  const worlds = await completeWorlds(store);
  if (!worlds.some((row) => row.id === id)) throw new AppError('UnknownWorld', `There is no world "${id}" to open.`);
  await selectWorld(store, id, Math.max(now, ...worlds.map((row) => since(row) + 1)));
}

/** Makes a world in which nothing has happened and chooses it, unless it is there. */
export async function openEmptyWorld(
  store: LogStore,
  { id, name }: { readonly id: string; readonly name: string },
  now: number,
): Promise<void> {
  if (!(await store.worlds()).some((row) => row.id === id)) await createWorld(store, { id, name, at: now });
  await openWorld(store, id, now);
}

/** Puts another world aside, or back into the list. */
export async function putAside(
  store: LogStore,
  id: string,
  aside: boolean,
  current: string,
  now: number,
): Promise<void> {
  if (id === current)
    throw new AppError('InvalidInput', 'The world that is open cannot be archived. Open another first, or reset.');
  await archiveWorld(store, id, aside ? now : null);
}

/** Removes another world with all it holds. @throws InvalidInput for the open one, and for one that others were forked from. */
export async function removeWorld(store: LogStore, id: string, current: string): Promise<void> {
  if (id === current)
    throw new AppError('InvalidInput', 'The world that is open cannot be removed. Open another first.');
  // Asked again by a thread that took over: it is gone already.
  if ((await store.worlds()).some((row) => row.id === id)) await store.removeWorld(id);
}

const since = (row: WorldRow): number => Math.max(row.createdAt, row.openedAt ?? 0);

async function addWorld(store: LogStore, now: number): Promise<WorldRow> {
  const worlds = await store.worlds();
  const taken = new Set(worlds.map((row) => row.id));
  let n = worlds.length + 1;
  while (taken.has(`shop-${n}`)) n += 1;
  return createWorld(store, {
    id: `shop-${n}`,
    name: `shop ${n}`,
    at: Math.max(now, ...worlds.map((row) => since(row) + 1)),
  });
}
