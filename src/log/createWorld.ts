import { AppError } from '../kernel';
import { genesis } from './Commit';
import type { LogStore, WorldRow } from './LogStore';

/** Adds an empty world; with `incomplete`, one that nobody opens yet. */
export async function createWorld(
  store: LogStore,
  world: { id: string; name: string; at: number; incomplete?: boolean },
): Promise<WorldRow> {
  mustNameAWorld(world.id);
  const row: WorldRow = {
    id: world.id,
    name: world.name,
    parent: null,
    forkAt: 0,
    head: 0,
    headHash: genesis,
    headAt: 0,
    epoch: 1,
    createdAt: world.at,
    archivedAt: null,
    ...(world.incomplete ? { incomplete: true } : {}),
  };
  await store.addWorld(row);
  return row;
}

/** @throws InvalidInput when this cannot be the id of a world. */
export function mustNameAWorld(id: string): void {
  if (/^[A-Za-z0-9][\w.-]{0,63}$/.test(id)) return;
  throw new AppError(
    'InvalidInput',
    `"${id}" cannot name a world: 1 to 64 letters, digits, dots, dashes or underscores.`,
  );
}

/** Takes the lead over a world: from now on every append with an older epoch is refused. */
export function raiseEpoch(store: LogStore, id: string): Promise<WorldRow> {
  return store.changeWorld(id, (row) => ({ ...row, epoch: row.epoch + 1 }));
}

/** Puts a world aside, or back (`at` null). Nothing of it is lost. */
export function archiveWorld(store: LogStore, id: string, at: number | null): Promise<WorldRow> {
  return store.changeWorld(id, (row) => ({ ...row, archivedAt: at }));
}

/** Chooses a world by hand: it is the one that opens next, also when it was archived. */
export function selectWorld(store: LogStore, id: string, at: number): Promise<WorldRow> {
  return store.changeWorld(id, (row) => ({ ...row, archivedAt: null, openedAt: at }));
}

/** All worlds but those that an import is still writing. */
export async function completeWorlds(store: LogStore): Promise<WorldRow[]> {
  return (await store.worlds()).filter((row) => !row.incomplete);
}

/** @throws InvalidInput when a world among these reads through this one. */
export function mustHaveNoForks(id: string, worlds: readonly WorldRow[]): void {
  const fork = worlds.find((row) => row.parent === id);
  if (fork) throw new AppError('InvalidInput', `World "${id}" cannot be removed: "${fork.id}" was forked from it.`);
}
