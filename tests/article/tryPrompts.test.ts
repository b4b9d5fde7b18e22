import { expect, test } from 'vitest';
import { agentScripts } from '../../src/agents';
import { tryPrompts, type Trial, type TrialPlan } from '../../src/app/world';
import { pastStates } from '../../src/history';
import { scriptedEngine, type Engine } from '../../src/llm';
import { walk } from './acceptanceWalk';
import { shopInOneThread } from './shopInOneThread';

const rules = scriptedEngine(agentScripts);
const { signal } = new AbortController();

const walked = (async () => {
  const shop = await shopInOneThread();
  await walk(shop);
  const events = await shop.events();
  const { log } = shop.world;
  const compare = async (plan: Omit<TrialPlan, 'decisions'>, engine: Engine) => {
    const decisions = events.filter((one) => one.type === 'AgentDecided' && one.by === plan.agent).map(({ id }) => id);
    const trials: Trial[] = [];
    for await (const trial of tryPrompts({ ...plan, decisions }, engine, signal, { log, past: pastStates(log) }))
      trials.push(trial);
    return trials;
  };
  return { shop, events, compare };
})();

test.each(['support', 'inventory', 'marketing'] as const)(
  '[PRM8] thought through again by rules, every decision of %s comes to what it came to then, under any prompt',
  async (agent) => {
    const { compare, events } = await walked;
    const trials = await compare({ agent, one: null, other: 'Be brief.' }, rules);
    expect(trials.length).toBeGreaterThan(0);
    for (const { id, one, other, summary } of trials) {
      const then = events.filter((event) => event.kind === 'proposal' && event.causationId === id);
      expect(one).toMatchObject({ failed: null, summary });
      expect(one?.proposals.map(({ type }) => type)).toEqual(then.map(({ type }) => type));
      expect(other).toEqual(one);
    }
  },
);

test('[PRM9] an engine that reads who it is answers differently under each, on the same inputs; the world hears nothing of it', async () => {
  const { compare, events, shop } = await walked;
  const before = shop.world.log.world().headHash;
  const inputs: string[] = [];
  const reads: Engine = {
    ...rules,
    generate(request, options) {
      inputs.push(JSON.stringify({ ...request.prompt, system: '' }));
      if (request.prompt.system !== 'Say nothing that can be used.') return rules.generate(request, options);
      return Promise.resolve({ text: 'no', toolCalls: [], usage: null });
    },
  };
  const trials = await compare({ agent: 'support', one: null, other: 'Say nothing that can be used.' }, reads);
  for (const { one, other } of trials) {
    expect(one?.failed).toBeNull();
    expect(other?.failed).toMatchObject({ rule: 'bad-output' });
    expect(other?.proposals).toEqual([]);
  }
  // Each is asked first with the same inputs, whatever it is told to be.
  expect(new Set(inputs.filter((input) => input.includes('"exchanges":[]'))).size).toBe(trials.length);
  expect(shop.world.log.world().headHash).toBe(before);
  expect(await shop.events()).toEqual(events);
});
