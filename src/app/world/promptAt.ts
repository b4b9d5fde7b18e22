import type { TurnStart } from '../../agents';
import { tag, type AgentName } from '../../contracts';
import type { Log } from '../../log';

/** What the log says, as of a position, that an agent is told. Whoever asks again later gets the same. */
export async function promptAt(log: Pick<Log, 'find'>, agent: AgentName, upTo: number): Promise<TurnStart['prompt']> {
  const lookup = { type: 'PromptChanged', tag: tag.agent(agent) } as const;
  const [last] = await log.find(lookup, { upTo, reverse: true, limit: 1 });
  if (last?.type !== 'PromptChanged') return { version: 0, system: null };
  const { version, system } = last.data;
  return { version, system };
}
