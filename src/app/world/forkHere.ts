import { z } from 'zod';
import { position } from '../../contracts';
import { forkWorld, type Log } from '../../log';
import { changedCommit, eventChange, writeChanged } from './changeEvent';
import { forgettingReader } from './forgetting';
import { readersAt } from './readersAt';
import { newSalt } from './salt';
import { agentChange, mustBeOtherwise, tellInFork } from './tellInFork';

/** What a fork is to be: shared up to a position, or up to just before a proposal that is otherwise in it. */
export const forkWish = z.strictObject({
  id: z.string().max(64),
  name: z.string().max(200),
  position,
  /** The proposal that is otherwise; then the position is the one before it. */
  change: eventChange.nullable().optional(),
  /** An agent that is told other words in it, or thinks with another engine. */
  agent: agentChange.nullable().optional(),
  /** True when what came from outside afterwards is to come again. */
  again: z.boolean().optional(),
});

export type ForkWish = z.input<typeof forkWish>;

/**
 * Forks a running world: services, agents and the day go on in the fork from where they were at that position. Asked again, it does what was left.
 */
export async function forkHere(log: Log, wish: ForkWish, now: number, salt = newSalt): Promise<void> {
  // It can be asked for over the line between tabs: all of it is another's words.
  const { id, name, position: wanted, change, agent, again } = forkWish.parse(wish);
  const changed = change ? await changedCommit(log, change, { world: id, salt }) : null;
  const isThere = (await log.store.worlds()).some((row) => row.id === id && !row.incomplete);
  if (!isThere) {
    const asked = changed?.after ?? wanted;
    // Between commits there is nothing: a fork begins after the one that holds the position.
    const [commit] = await log.commits(asked - 1, 1);
    const at = commit ? commit.first + commit.events.length - 1 : asked;
    if (agent) await mustBeOtherwise(log, agent, at);
    const otherwise = changed !== null || Boolean(agent);
    await forkWorld(log, {
      id,
      name,
      position: asked,
      at: now,
      // What was forgotten is gone from the fork, too: it reads the same texts.
      checkpoints: [...(await readersAt(log, at)), { reader: forgettingReader, position: at, attempts: 0 }],
      ...(again ? { again: log.world().head } : {}),
      ...(otherwise ? { changedAt: at + 1 } : {}),
    });
  }
  if (changed) await writeChanged(log.store, id, changed);
  if (agent) await tellInFork(log.store, id, agent);
}
