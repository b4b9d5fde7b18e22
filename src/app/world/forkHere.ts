import { z } from 'zod';
import { position } from '../../contracts';
import { forkWorld, type Log } from '../../log';
import { readersAt } from './readersAt';

// It can be asked for over the line between tabs: the id and the position are another's words.
const asked = z.strictObject({ id: z.string().max(64), name: z.string().max(200), position });

/** Forks a running world: services, agents and the day go on in the fork from where they were at that position. */
export async function forkHere(log: Log, wish: z.input<typeof asked>, now: number): Promise<void> {
  const { id, name, position: wanted } = asked.parse(wish);
  if ((await log.store.worlds()).some((row) => row.id === id && !row.incomplete)) return;
  // Between commits there is nothing: a fork begins after the one that holds the position.
  const [commit] = await log.commits(wanted - 1, 1);
  const at = commit ? commit.first + commit.events.length - 1 : wanted;
  await forkWorld(log, { id, name, position: wanted, at: now, checkpoints: await readersAt(log, at) });
}
