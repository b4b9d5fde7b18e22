import { z } from 'zod';
import { defineRecord } from '../defineContract';
import { tag } from '../tags';
import { agents } from '../actors';

/** The agent works again, from where it stopped. */
export const AgentResumed = defineRecord({
  type: 'AgentResumed',
  topic: 'agent_events',
  publishedBy: ['shopkeeper'],
  schema: z.strictObject({ agent: z.enum(agents) }),
  tags: (data) => [tag.agent(data.agent)],
  says: (data) => `${data.agent} works again`,
  example: { agent: 'support' },
});
