import type { AgentName } from '../../contracts';
import type { Service } from '../Service';
import { decidePrompt } from './decidePrompt';

/** What an agent is told by now; one that nobody ever changed is not in here. */
export interface Told {
  readonly version: number;
  readonly system: string | null;
}

export type Prompts = Map<AgentName, Told>;

/** The prompt desk: who each agent is told to be. */
export const promptDesk: Service<Prompts> = {
  name: 'prompt-desk',
  version: 1,
  open: () => new Map(),
  evolve(prompts, event) {
    if (event.type !== 'PromptChanged') return prompts;
    const { agent, version, system } = event.data;
    return prompts.set(agent, { version, system });
  },
  decide: { PromptChangeRequested: decidePrompt },
  react: {},
};
