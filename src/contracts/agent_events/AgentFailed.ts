import { z } from 'zod';
import { defineRecord } from '../defineContract';
import { eventId, ref } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';
import { agents } from '../actors';

/** A turn was given up and its trigger parked: visible, and it can be tried again. */
export const AgentFailed = defineRecord({
  type: 'AgentFailed',
  topic: 'agent_events',
  publishedBy: ['support', 'inventory', 'marketing', 'world'],
  schema: z.strictObject({
    agent: z.enum(agents),
    trigger: eventId,
    /** Why: the output did not parse twice, the agent crashed three times on this trigger, or its code threw. */
    rule: z.enum(['bad-output', 'crashed-three-times', 'threw']),
    because: words(600),
    transcript: ref.nullable(),
  }),
  tags: (data) => [tag.agent(data.agent)],
  says: (data) => `${data.agent} gave up on ${data.trigger}: ${data.because}`,
  example: {
    agent: 'support',
    trigger: 'mailroom-1f0c2d3e4b5a69788796',
    rule: 'bad-output',
    because: 'the answer was not a decision',
    transcript: null,
  },
});
