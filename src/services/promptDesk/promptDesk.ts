import type { Service } from '../Service';
import { decideDocument } from './decideDocument';
import { decidePrompt } from './decidePrompt';
import type { Prompts } from './Prompts';

/** The prompt desk: who each agent is told to be, and the shop's texts that agents read and quote. */
export const promptDesk: Service<Prompts> = {
  name: 'prompt-desk',
  version: 2,
  open: () => ({ told: new Map(), documents: new Map() }),
  evolve(prompts, event) {
    if (event.type === 'PromptChanged') {
      const { agent, version, system } = event.data;
      prompts.told.set(agent, { version, system });
    }
    if (event.type === 'DocumentChanged') {
      const { document, version, text } = event.data;
      prompts.documents.set(document, { version, text });
    }
    return prompts;
  },
  decide: { PromptChangeRequested: decidePrompt, DocumentChangeRequested: decideDocument },
  react: {},
};
