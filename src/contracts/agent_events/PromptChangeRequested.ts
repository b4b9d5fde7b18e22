import { z } from 'zod';
import { agents } from '../actors';
import { defineProposal, defineRefusal } from '../defineContract';
import { words } from '../quantities';
import { tag } from '../tags';

/** Who an agent is told to be, in the shopkeeper's words; null for the words that come with the app. */
export const systemPrompt = words(8000)
  .refine((text) => text.trim() !== '', 'it says nothing')
  .nullable();

/** The shopkeeper wants an agent told otherwise who it is and how to work. `from` is the version they had before them. */
export const PromptChangeRequested = defineProposal({
  type: 'PromptChangeRequested',
  topic: 'agent_events',
  publishedBy: ['shopkeeper'],
  answeredBy: { owner: 'prompt-desk', accepted: ['PromptChanged'], refused: 'PromptChangeRefused' },
  schema: z.strictObject({ agent: z.enum(agents), system: systemPrompt, from: z.int().min(0) }),
  tags: (data) => [tag.agent(data.agent)],
  says: (data) => `${data.agent} is to be told ${data.system === null ? 'the app’s own words' : 'other words'}`,
  example: { agent: 'support', system: 'You answer letters. Be brief.', from: 0 },
});

/** The words stay. */
export const PromptChangeRefused = defineRefusal({
  type: 'PromptChangeRefused',
  of: PromptChangeRequested,
  example: {
    rule: 'other-version',
    because: 'support is told version 2 by now, not version 1',
    about: ['agent:support'],
  },
});
