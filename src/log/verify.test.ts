import { describe, expect, test } from 'vitest';
import type { WorldEvent } from '../contracts';
import { canonicalJson } from '../kernel';
import { createWorld, openLog, openMemoryStore, sealSide, verify, type Commit, type Log } from '.';
import { restock } from './logContract.suite';

/** A log of four commits whose stored form a forger has got hold of. */
async function forged(forge: (commits: Commit[]) => Commit[]): Promise<Log> {
  const store = openMemoryStore();
  await createWorld(store, { id: 'w', name: 'Test', at: 1 });
  const log = await openLog(store, 'w');
  for (const id of ['a', 'b', 'c', 'd']) await log.append({ drafts: [restock(id)], at: 1 });
  const commits = structuredClone([...(await log.storedCommits(0, 10))]);
  const changed = forge(commits);
  return {
    ...log,
    storedCommits: (after) => Promise.resolve(changed.filter((commit) => commit.first > after)),
  };
}

const edit = (commit: Commit | undefined, change: (event: Record<string, unknown>) => void): Commit[] => {
  if (!commit) return [];
  const copy = structuredClone(commit);
  change(copy.events[0] as WorldEvent & Record<string, unknown>);
  return [copy];
};

describe('verify', () => {
  test('[LOG10] a history that grows while it is being checked is intact', async () => {
    const store = openMemoryStore();
    await createWorld(store, { id: 'w', name: 'Test', at: 1 });
    const log = await openLog(store, 'w');
    await log.append({ drafts: [restock('a')], at: 1 });
    let more = 0;
    const verification = await verify(log, {
      onCommit: async () => {
        if (more < 5) await log.append({ drafts: [restock(`more${(more += 1)}`)], at: 1 });
      },
    });
    expect(verification).toMatchObject({ intact: true, events: 6 });
  });

  test('[LOG10] an untouched history is intact', async () => {
    expect(await verify(await forged((commits) => commits))).toMatchObject({
      intact: true,
      events: 4,
    });
  });

  test.each<[string, (commits: Commit[]) => Commit[], number]>([
    [
      'an edit of the text that a store keeps the events as',
      (commits) =>
        commits.map((commit, n) => {
          const text = canonicalJson(commit.events).replace('"qty":1', n === 2 ? '"qty":7' : '"qty":1');
          return { ...commit, text, events: JSON.parse(text) as WorldEvent[] };
        }),
      3,
    ],
    [
      'an edited quantity',
      ([a, b, ...rest]) => [
        ...(a ? [a] : []),
        ...edit(b, (e) => (e['data'] = { sku: 'MUG-1', qty: 9, reorderId: null })),
        ...rest,
      ],
      2,
    ],
    [
      'an edited time',
      ([a, b, c, ...rest]) => [...(a && b ? [a, b] : []), ...edit(c, (e) => (e['at'] = 5)), ...rest],
      3,
    ],
    ['a signature by somebody else', ([a, ...rest]) => [...edit(a, (e) => (e['by'] = 'support')), ...rest], 1],
    ['a message nobody declared', ([a, ...rest]) => [...edit(a, (e) => (e['type'] = 'Gift')), ...rest], 1],
    ['a commit taken out', ([a, , ...rest]) => [...(a ? [a] : []), ...rest], 2],
    ['two commits swapped', ([a, b, c, ...rest]) => [a, c, b, ...rest].flatMap((one) => one ?? []), 2],
    ['the last commit cut off', (commits) => commits.slice(0, 3), 4],
  ])('[LOG10] %s is found, and the first bad position named', async (_what, forge, badAt) => {
    const found = await verify(await forged(forge));
    expect(found).toMatchObject({ intact: false, badAt });
    expect(found.because).toBeTruthy();
  });

  test('[LOG10] it can be stopped', async () => {
    const log = await forged((commits) => commits);
    await expect(verify(log, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'Cancelled' });
  });
});

test('[LOG10] a text in the side store that was edited is found at the event that refers to it', async () => {
  const store = openMemoryStore();
  await createWorld(store, { id: 'w', name: 'Test', at: 1 });
  const log = await openLog(store, 'w');
  const side = sealSide('please refund one mug', { world: 'w', subject: 'c-7', salt: 's' });
  const mail = {
    ...restock('m'),
    type: 'MailReceived',
    by: 'customer',
    data: { mailId: 'm-1', customerId: 'c-7', letter: side.ref, attachments: 0 },
  };
  await log.append({ drafts: [restock('a')], at: 1 });
  await log.append({ drafts: [mail], at: 1, sides: [side] });
  expect(await verify(log)).toMatchObject({ intact: true });
  const edited = { ...log, side: () => Promise.resolve({ ...side, text: 'please refund nine mugs' }) };
  expect(await verify(edited)).toMatchObject({ intact: false, badAt: 2 });
});
