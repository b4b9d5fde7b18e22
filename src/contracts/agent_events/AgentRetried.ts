import { z } from 'zod';
import { defineRecord } from '../defineContract';
import { eventId } from '../ids';
import { tag } from '../tags';
import { agents } from '../actors';

/** The shopkeeper hands a parked trigger back to its agent. */
export const AgentRetried = defineRecord({
  type: 'AgentRetried',
  topic: 'agent_events',
  publishedBy: ['shopkeeper'],
  schema: z.strictObject({
    agent: z.enum(agents),
    trigger: eventId,
    failure: eventId,
  }),
  tags: (data) => [tag.agent(data.agent)],
  says: (data) => `${data.agent} is asked to try ${data.trigger} again`,
  example: {
    agent: 'support',
    trigger: 'mailroom-1f0c2d3e4b5a69788796',
    failure: 'support-2f0c2d3e4b5a69788796',
  },
});
