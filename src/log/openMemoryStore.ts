import { AppError } from '../kernel';
import { headAfter, lastPosition, type Commit } from './Commit';
import { mustHaveNoForks } from './createWorld';
import type { Batch, BatchResult, Checkpoint, LogStore, Range, Side, WorldRow } from './LogStore';
import { memorySnapshots } from './snapshots/memorySnapshots';

/** A store that lives as long as its variable: for tests, simulations and the lab. Same contract as the Dexie store. */
export function openMemoryStore(): LogStore {
  const worlds = new Map<string, WorldRow>();
  const commits = new Map<string, Commit[]>();
  const index = new Map<string, Commit[]>();
  const checkpoints = new Map<string, Checkpoint>();
  const sides = new Map<string, Side>();
  let closed = false;

  const open = () => {
    if (closed) throw new AppError('LogClosed', 'This log was closed. Open it again.');
  };
  const row = (id: string): WorldRow => {
    const found = worlds.get(id);
    if (!found) throw new AppError('UnknownWorld', `There is no world "${id}".`);
    return found;
  };

  function check({ world, epoch, head, writes }: Batch): BatchResult {
    const current = row(world);
    if (current.epoch !== epoch) return { result: 'epoch-lost', epoch: current.epoch };
    if (current.head !== head) return { result: 'moved', row: current };
    const inBatch = new Map<string, number>();
    for (const [position, write] of writes.entries()) {
      const firstOf = (key: string) => inBatch.get(key) ?? index.get(key)?.at(-1)?.first;
      for (const id of write.commit?.ids ?? []) {
        const first = firstOf(id);
        if (first !== undefined) return { result: 'known', index: position, first };
      }
      for (const key of write.condition?.keys ?? []) {
        const first = firstOf(key) ?? 0;
        if (first > (write.condition?.after ?? 0)) return { result: 'refused', index: position, movedAt: first };
      }
      if (write.commit) for (const key of entriesOf(write.commit)) inBatch.set(key, write.commit.first);
    }
    return { result: 'done' };
  }

  function store(batch: Batch) {
    for (const write of batch.writes) {
      if (write.commit) {
        const { world, first, previous, hash, events, keys, ids } = write.commit;
        const commit: Commit = { world, first, previous, hash, events, keys, ids };
        push(commits, batch.world, commit);
        for (const key of entriesOf(commit)) push(index, key, commit);
        worlds.set(batch.world, { ...row(batch.world), ...headAfter(write.commit) });
      }
      for (const checkpoint of write.checkpoints)
        checkpoints.set(`${checkpoint.world}|${checkpoint.reader}`, checkpoint);
      for (const side of write.sides) sides.set(`${side.world}|${side.ref}`, side);
    }
  }

  const snapshots = memorySnapshots((world) => {
    open();
    return row(world);
  });

  return {
    ...snapshots,
    async write(batch) {
      open();
      const checked = check(batch);
      if (checked.result === 'done') store(batch);
      return checked;
    },
    async commits(world, range) {
      open();
      return within(commits.get(world) ?? [], range);
    },
    async commitsWith(_world, key, range) {
      open();
      return within(index.get(key) ?? [], range);
    },
    async checkpoint(world, reader) {
      open();
      return checkpoints.get(`${world}|${reader}`) ?? null;
    },
    async side(world, ref) {
      open();
      return sides.get(`${world}|${ref}`) ?? null;
    },
    async sides(world, refs) {
      open();
      return refs.map((ref) => sides.get(`${world}|${ref}`) ?? null);
    },
    async standing(world) {
      open();
      const found = [...checkpoints.values()].filter((checkpoint) => checkpoint.world === world);
      return { row: row(world), checkpoints: found.sort((a, b) => (a.reader < b.reader ? -1 : 1)) };
    },
    async forget(world, subject) {
      open();
      const gone = [...sides].filter(([, side]) => side.world === world && side.subject === subject);
      for (const [key] of gone) sides.delete(key);
      await snapshots.dropSnapshots(world);
      return gone.length;
    },
    async worlds() {
      open();
      return [...worlds.values()];
    },
    async addWorld(added) {
      open();
      if (worlds.has(added.id)) throw new AppError('LogFailed', `A world "${added.id}" exists already.`);
      worlds.set(added.id, added);
    },
    async changeWorld(id, change) {
      open();
      const changed = change(row(id));
      worlds.set(id, changed);
      return changed;
    },
    async removeWorld(id) {
      open();
      row(id);
      mustHaveNoForks(id, [...worlds.values()]);
      await snapshots.dropSnapshots(id);
      worlds.delete(id);
      commits.delete(id);
      for (const map of [index, checkpoints, sides]) {
        for (const key of map.keys()) if (key.startsWith(`${id}|`)) map.delete(key);
      }
    },
    close() {
      closed = true;
    },
  };
}

function within(list: readonly Commit[], { after, upTo, limit, reverse = false }: Range): Commit[] {
  // The first commit that ends after `after`, by halves: the list is in order.
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const commit = list[middle];
    if (commit && lastPosition(commit) <= after) low = middle + 1;
    else high = middle;
  }
  const found: Commit[] = [];
  if (reverse) {
    for (let i = list.length - 1; i >= low && found.length < limit; i--) {
      const commit = list[i];
      if (commit && commit.first <= upTo) found.push(commit);
    }
    return found;
  }
  for (let i = low; i < list.length && found.length < limit; i++) {
    const commit = list[i];
    if (!commit || commit.first > upTo) break;
    found.push(commit);
  }
  return found;
}

function entriesOf({ keys, ids }: Commit): string[] {
  return [...keys, ...ids];
}

function push(map: Map<string, Commit[]>, key: string, commit: Commit) {
  const list = map.get(key);
  if (list) list.push(commit);
  else map.set(key, [commit]);
}
