import type { Service } from '../Service';
import { decidePrompt } from './decidePrompt';
import type { Prompts } from './Prompts';

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
