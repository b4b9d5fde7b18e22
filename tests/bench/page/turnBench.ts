import { expose, wrap } from 'comlink';
import { agentDefinitions, agentScripts, startAgent, type AgentDesk } from '../../../src/agents';
import { FakeShop } from '../../../src/agents/testing/FakeShop';
import { furnish, mailIn } from '../../../src/agents/testing/furnish';
import { defaultEngine, engines } from '../../../src/llm';
import { loadVectors } from './knowledgeBenches';

/**
 * What a turn of support takes by rules, in ms each: from the event until its proposals are handed in, without recording them. Its
 * desk answers at once, but through a port, as in the app. `turns` mails from a customer with twenty orders, in a shop that sold two thousand.
 */
export async function scriptedTurns(turns: number): Promise<number[]> {
  const embedder = await loadVectors();
  const shop = new FakeShop();
  const orders = Array.from({ length: 2_000 }, (_, n) => ({
    orderId: `${1000 + n}`,
    customerId: n % 100 === 0 ? 'c-7' : `c-${n + 10}`,
    status: 'delivered' as const,
    items: { 'MUG-1': 1, 'LAMP-2': 2 },
  }));
  furnish(shop, 'c-7', orders);
  const before = shop.log.length;
  for (let n = 0; n < turns; n++) {
    const text = `Hello, the enamel mug from my order ${1000 + (n % 20) * 100} arrived broken. I would like my money back. Best, Ana`;
    mailIn(shop, text, { mailId: `m-${n}` });
  }
  const desk = shop.desk('support');
  await desk.skip(before);
  const times: number[] = [];
  let start = 0;
  const stop = new AbortController();
  const { port1, port2 } = new MessageChannel();
  const timed: AgentDesk = {
    ...desk,
    async at(step) {
      if (step === 'observed') start = performance.now();
    },
    async settle() {
      times.push(performance.now() - start);
    },
  };
  expose(timed, port1);
  await startAgent(agentDefinitions.support, {
    desk: wrap<AgentDesk>(port2),
    engine: engines[defaultEngine]({ scripts: agentScripts }),
    embedder: () => embedder,
    wake: { next: async () => stop.abort() },
    signal: stop.signal,
  });
  if (times.length !== turns) throw new Error(`Expected ${turns} turns, ${times.length} were settled.`);
  return times;
}
