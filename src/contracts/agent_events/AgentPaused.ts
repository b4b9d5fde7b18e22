import { z } from 'zod';
import { defineRecord } from '../defineContract';
import { tag } from '../tags';
import { agents } from '../actors';

/** The agent rests; events wait for it in the log. */
export const AgentPaused = defineRecord({
  type: 'AgentPaused',
  topic: 'agent_events',
  publishedBy: ['shopkeeper'],
  schema: z.strictObject({ agent: z.enum(agents) }),
  tags: (data) => [tag.agent(data.agent)],
  says: (data) => `${data.agent} rests`,
  example: { agent: 'support' },
});
