import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import type { Prompts } from './Prompts';

/** Gives an agent other words, when they are other words, and whoever wrote them had those before them that hold. */
export function decidePrompt({ told: byAgent }: Prompts, { data }: EventOf<'PromptChangeRequested'>): Decision {
  const { agent, system, from } = data;
  const told = byAgent.get(agent) ?? { version: 0, system: null };
  if (told.version !== from) {
    return refuse('other-version', `${agent} is told version ${told.version} by now, not version ${from}`);
  }
  if (told.system === system) return refuse('same-prompt', `${agent} is told just that already`);
  return [{ type: 'PromptChanged', data: { agent, system, version: from + 1 } }];
}
