import Dexie from 'dexie';

/** The bounds of everything whose key begins with this world. */
export function allOf(world: string): [[string, unknown], [string, unknown]] {
  return [
    [world, Dexie.minKey],
    [world, Dexie.maxKey],
  ];
}
