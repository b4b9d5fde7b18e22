import { describe, expect, test } from 'vitest';
import { completeWorlds, createWorld, openMemoryStore } from '../../log';
import { chooseWorld, lastArchived, openWorld, putAside, resetWorld, undoReset } from './chooseWorld';

describe('which world opens', () => {
  test('[WLD1] the newest, until another is chosen; a reset makes a newer one, its undo brings the chosen one back', async () => {
    const store = openMemoryStore();
    const opens = async () => (await chooseWorld(store, 50)).id;
    expect(await opens()).toBe('shop-1');
    await createWorld(store, { id: 'import-1', name: 'other', at: 60 });
    expect(await opens()).toBe('import-1');
    await openWorld(store, 'shop-1', 10);
    expect(await opens()).toBe('shop-1');
    await resetWorld(store, 'shop-1', 10);
    expect(await opens()).toBe('shop-3');
    await undoReset(store, 'shop-3', 10);
    expect(await opens()).toBe('shop-1');
  });

  test('[WLD1] an archived world opens when it is chosen; the open one cannot be archived', async () => {
    const store = openMemoryStore();
    await createWorld(store, { id: 'a', name: 'a', at: 1 });
    await createWorld(store, { id: 'b', name: 'b', at: 2 });
    await putAside(store, 'a', true, 'b', 3);
    expect((await lastArchived(store))?.id).toBe('a');
    await openWorld(store, 'a', 4);
    expect((await chooseWorld(store, 5)).id).toBe('a');
    expect(await lastArchived(store)).toBeNull();
    await expect(putAside(store, 'a', true, 'a', 6)).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(openWorld(store, 'nowhere', 7)).rejects.toMatchObject({ name: 'UnknownWorld' });
  });

  test('[WLD1] what an import is still writing is neither chosen, nor listed, nor in the way of a new one', async () => {
    const store = openMemoryStore();
    await createWorld(store, { id: 'shop-2', name: 'half', at: 99, incomplete: true });
    expect((await chooseWorld(store, 5)).id).toBe('shop-3');
    await expect(openWorld(store, 'shop-2', 7)).rejects.toMatchObject({ name: 'UnknownWorld' });
    expect((await completeWorlds(store)).map((row) => row.id)).toEqual(['shop-3']);
  });
});
