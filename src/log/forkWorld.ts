import { AppError } from '../kernel';
import { lastPosition } from './Commit';
import { mustNameAWorld } from './createWorld';
import type { Checkpoint, WorldRow } from './LogStore';
import type { Log } from './openLog';

/** What a fork is made of. */
export interface ForkRequest {
  readonly id: string;
  readonly name: string;
  /** The fork begins after the commit that holds this position: commits are never cut. */
  readonly position: number;
  /** Milliseconds since 1970: when it was made. */
  readonly at: number;
  /** How far readers are there: a fork has no reader's checkpoint of its parent's. */
  readonly checkpoints: readonly Omit<Checkpoint, 'world'>[];
  /** What came from outside up to this position of the original is to come again in the fork. */
  readonly again?: number;
  /** Where the first thing stands that is otherwise by somebody's hand. */
  readonly changedAt?: number;
}

/**
 * Makes a world that shares this one's history up to a commit, without copying it, and goes on by itself. This world is not touched; as long
 * as the fork is there, it cannot be removed.
 * @throws InvalidInput when there is no such position, id or name.
 */
export async function forkWorld(log: Log, request: ForkRequest): Promise<WorldRow> {
  const { id, position, at } = request;
  const name = request.name.trim();
  mustNameAWorld(id);
  if (name.length === 0 || name.length > 60) {
    throw new AppError('InvalidInput', 'A fork needs a name of 1 to 60 letters, to be told apart from the others.');
  }
  const { id: parent, head } = await log.refresh();
  const commit = position >= 1 ? (await log.commits(position - 1, 1))[0] : undefined;
  if (!commit || commit.first > position) {
    throw new AppError(
      'InvalidInput',
      `There is nothing to fork from at ${position}: choose a position from 1 to ${head}.`,
    );
  }
  const forkAt = lastPosition(commit);
  const row: WorldRow = {
    id,
    name,
    parent,
    forkAt,
    head: forkAt,
    headHash: commit.hash,
    headAt: commit.events.at(-1)?.at ?? 0,
    epoch: 1,
    createdAt: at,
    archivedAt: null,
    ...(request.again === undefined ? {} : { again: request.again }),
    ...(request.changedAt === undefined ? {} : { changedAt: request.changedAt }),
  };
  const { store } = log;
  // Nobody opens it before its readers know where they are: they would do again what the shared history holds already.
  await store.addWorld({ ...row, incomplete: true });
  const checkpoints = request.checkpoints.map((one) => ({ ...one, world: id }));
  const write = { commit: null, condition: null, checkpoints, sides: [] };
  const { result } = await store.write({ world: id, epoch: row.epoch, head: forkAt, writes: [write] });
  if (result !== 'done')
    throw new AppError('LogFailed', `The fork "${name}" could not be made (${result}). Try again.`);
  return store.changeWorld(id, () => row);
}
