import { z } from 'zod';
import { defineRecord } from '../defineContract';
import { eventId } from '../ids';
import { tag } from '../tags';
import { agents } from '../actors';

/** The agent's thread died, perhaps in the middle of a turn. Nothing of that turn happened; the next thread takes it up again. */
export const AgentCrashed = defineRecord({
  type: 'AgentCrashed',
  topic: 'agent_events',
  publishedBy: ['world'],
  schema: z.strictObject({
    agent: z.enum(agents),
    /** What it was working on, if it had begun. */
    trigger: eventId.nullable(),
    /** How often it has crashed on this trigger, this time included. */
    times: z.int().min(0).max(1000),
  }),
  tags: (data) => [tag.agent(data.agent)],
  says: (data) => `${data.agent} crashed${data.trigger ? ` while looking at ${data.trigger}` : ''}`,
  example: {
    agent: 'support',
    trigger: 'mailroom-1f0c2d3e4b5a69788796',
    times: 1,
  },
});
