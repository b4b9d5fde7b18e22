import { z } from 'zod';
import { defineRecord } from '../defineContract';
import { tag } from '../tags';
import { agents } from '../actors';

/**
 * From here on this agent reasons with this engine, as far as the device can run it; each AgentDecided says which one really did. The choice
 * is history, the model is not: it lies on the device, and a world that is taken elsewhere goes on by rules.
 */
export const EngineChosen = defineRecord({
  type: 'EngineChosen',
  topic: 'agent_events',
  publishedBy: ['shopkeeper'],
  schema: z.strictObject({
    agent: z.enum(agents),
    engine: z.string().regex(/^[a-z][a-z-]{1,39}$/),
    /** Which of the engine's models, by the id it has on the Models screen. */
    model: z.string().min(1).max(120),
  }),
  tags: (data) => [tag.agent(data.agent)],
  says: (data) => `${data.agent} reasons with ${data.model} (${data.engine}) from here on`,
  example: { agent: 'support', engine: 'wllama', model: 'smollm2-360m-q8_0' },
});
