import { agents, isOneOf, type AgentName } from '../../contracts';
import type { Log } from '../../log';
import type { Views } from '../../projections';
import type { AgentSeat } from './agentSeat';

/**
 * Makes seats know what happened up to a position without reading all of it: pauses are in the views, crashes in the index, and what lies ahead
 * of an agent begins at its checkpoint.
 */
export async function restoreSeats(
  seats: Readonly<Record<AgentName, AgentSeat>>,
  { log, views, position }: { readonly log: Log; readonly views: Views; readonly position: number },
): Promise<void> {
  if (position === 0) return;
  const checkpoints = await Promise.all(agents.map((name) => log.checkpoint(`agent:${name}`)));
  let read = Math.min(position, ...checkpoints.map((checkpoint) => checkpoint.position));
  while (read < position) {
    const events = (await log.read(read, 2000)).filter((event) => event.position <= position);
    for (const event of events) for (const name of agents) seats[name].notice(event);
    read = events.at(-1)?.position ?? position;
  }
  const crashed = await log.find({ type: 'AgentCrashed' }, { upTo: position });
  for (const name of agents) {
    const crashes = crashed.filter((event) => isOneOf(event, ['AgentCrashed']) && event.data.agent === name);
    seats[name].restore(views.turns.get(name)?.paused ?? false, crashes as never);
  }
}
