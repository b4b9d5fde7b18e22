import { z } from 'zod';
import { defineRecord } from '../defineContract';
import { eventId, ref } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';
import { agents } from '../actors';

/**
 * An agent finished a turn: which event it looked at, on which engine, what it was shown, and how many proposals came of it. Prompt,
 * context and raw answer lie in the side store under `transcript`; timings and token counts too, so that the hash does not depend on them.
 */
export const AgentDecided = defineRecord({
  type: 'AgentDecided',
  topic: 'agent_events',
  publishedBy: ['support', 'inventory', 'marketing'],
  schema: z.strictObject({
    agent: z.enum(agents),
    trigger: eventId,
    engine: z.string().max(80),
    model: z.string().max(120),
    seed: z.int().min(0),
    /** Ids of the knowledge documents that were in the prompt. */
    documents: z.array(z.string().max(160)).max(200),
    transcript: ref,
    proposals: z.int().min(0).max(50),
    summary: words(300),
    /** The engine that was asked first and could not answer, and why; `engine` is then the one that took the turn. */
    insteadOf: z
      .strictObject({ engine: z.string().max(80), model: z.string().max(120), because: words(300) })
      .optional(),
  }),
  tags: (data) => [tag.agent(data.agent)],
  says: (data) =>
    `${data.agent}${data.insteadOf ? ` (by rules, not by ${data.insteadOf.model})` : ''}: ${data.summary}`,
  example: {
    agent: 'support',
    trigger: 'mailroom-1f0c2d3e4b5a69788796',
    engine: 'scripted',
    model: 'scripted-1',
    seed: 1,
    documents: ['policy:refunds'],
    transcript: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    proposals: 1,
    summary: 'asks for a refund',
  },
});
