import { z } from 'zod';
import { agents } from '../actors';
import { defineFact } from '../defineContract';
import { tag } from '../tags';
import { systemPrompt } from './PromptChangeRequested';

/** From here on an agent is told these words in every turn whose basis is not before this event. Version 0 is the app's own. */
export const PromptChanged = defineFact({
  type: 'PromptChanged',
  topic: 'agent_events',
  owner: 'prompt-desk',
  schema: z.strictObject({ agent: z.enum(agents), system: systemPrompt, version: z.int().min(1) }),
  tags: (data) => [tag.agent(data.agent)],
  says: (data) =>
    `${data.agent} is told ${data.system === null ? 'the app’s own words again' : 'other words'} from here on (version ${data.version})`,
  example: { agent: 'support', system: 'You answer letters. Be brief.', version: 1 },
});
