import { expect, test } from 'vitest';
import { agentDefinitions } from '../../src/agents';
import { agents, type WorldEvent } from '../../src/contracts';
import { modelEngine, superviseEngine, type Engine } from '../../src/llm';
import { wasmUrl, wllamaPort } from '../../src/llm/engines/wllama';
import { manyMails } from '../campaign/manyMails';
import { whatIsBroken } from '../campaign/playThrough';
import { shopInOneThread } from '../article/shopInOneThread';
import { openTheShop } from '../article/openTheShop';
import { tinyGguf } from './tinyGguf';

// `npm run campaign -- --only models` asks for more seeds.
const { VITE_CAMPAIGN = '{"first":1,"seeds":1}' } = import.meta.env as { VITE_CAMPAIGN?: string };
const { first, seeds } = JSON.parse(VITE_CAMPAIGN) as { first: number; seeds: number };
const wanted = 20;
const never = new AbortController().signal;

/** The words that prompts are made of, so that one is not ten thousand letters long. */
const vocabulary = Object.values(agentDefinitions)
  .flatMap(({ system, toolSpecs, decisionSchema, shelf }) => [
    system,
    JSON.stringify([toolSpecs, decisionSchema, shelf]),
  ])
  .join(' ');

/** A model with random weights behind the supervisor: as much mind as dice, in the real runtime. */
function dice(seed: number): Engine {
  const port = wllamaPort({ wasmUrl, threads: 1 });
  const load = () =>
    port.load(
      { model: `tiny-${seed}`, file: new Blob([tinyGguf(seed, vocabulary)]), contextTokens: 16_384 },
      { signal: never, onProgress: () => undefined },
    );
  const supervisor = superviseEngine({
    async start() {
      const loaded = await load();
      return { engine: modelEngine(loaded, port), end: () => void loaded.unload() };
    },
  });
  const ask: Engine['generate'] = (request, watch) =>
    supervisor.ask(request.prompt.task, { ...request, temperature: 1 }, watch);
  return { id: 'wllama', name: 'Dice', model: `tiny-${seed}`, generate: ask };
}

const decisionsOf = (events: readonly WorldEvent[]) =>
  events.flatMap((event) => (event.type === 'AgentDecided' ? [event.data] : []));

const each = Array.from({ length: seeds }, (_, n) => first + n);
const title = `[DICE1] seed %i: ${wanted} turns of a model with random weights, and no invariant breaks`;
test.each(each)(title, { timeout: 3_600_000 }, async (seed) => {
  const shop = await shopInOneThread({ model: dice(seed) });
  await openTheShop(shop);
  for (const agent of agents) await shop.world.chooseEngine(agent, 'wllama', `tiny-${seed}`);
  const asked = () =>
    shop.events().then((events) => decisionsOf(events).filter((one) => one.insteadOf || one.engine !== 'scripted'));
  for (let n = 1; (await asked()).length < wanted; n++) {
    await manyMails(seed * 1000 + n, 2)(shop, () => true);
  }
  const events = await shop.events();
  expect(await whatIsBroken(shop, events)).toEqual([]);
  // Nothing was given up, and the model was really asked; where it could not be used, the decision says why.
  expect(events.filter((event) => event.type === 'AgentFailed')).toEqual([]);
  const turns = await asked();
  const itself = turns.filter((one) => one.engine === 'wllama');
  expect(itself.length).toBeGreaterThan(0);
  for (const { insteadOf } of turns) if (insteadOf) expect(insteadOf.because).not.toBe('');
  shop.close();
});
