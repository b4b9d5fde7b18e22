import { agents, contractOf, isRefusal, type WorldEvent } from '../../contracts';
import type { ImportAct } from '../../intake';
import { AppError } from '../../kernel';
import type { World } from './startWorld';

/** What the services made of one part of an import. */
export interface ImportOutcome {
  /** What they did not take, with their own words. */
  readonly leftOut: readonly { readonly id: string; readonly because: string }[];
}

/**
 * Hands in one part of an import by the door that everything from outside takes, and waits for its answer, so that an import is never further
 * than the services. Agents rest meanwhile: a thousand old orders are no news to act upon.
 */
export async function takeImport(
  world: World,
  worldId: string,
  inputId: string,
  act: ImportAct,
): Promise<ImportOutcome> {
  if (world.log.world().id !== worldId)
    throw new AppError(
      'InvalidInput',
      'Another shop was opened, so the import stopped. What came in stays where it is.',
    );
  for (const agent of agents) if (!world.views.turns.get(agent)?.paused) await world.pause(agent);
  const [proposal] = await world.door.submit(inputId, act);
  await world.answered();
  if (!proposal) return { leftOut: [] };
  const story = await world.log.find({ correlation: proposal.correlationId });
  const answer = story.find((event) => event.answers === proposal.id);
  return { leftOut: answer ? leftOutBy(answer) : [] };
}

function leftOutBy(answer: WorldEvent): ImportOutcome['leftOut'] {
  if (isRefusal(answer)) return [{ id: contractOf(answer.type).type, because: answer.data.because }];
  return 'leftOut' in answer.data ? answer.data.leftOut : [];
}
