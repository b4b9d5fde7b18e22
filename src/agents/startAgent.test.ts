import { expect, test } from 'vitest';
import { AppError } from '../kernel';
import type { WorldEvent } from '../contracts';
import { scriptedEngine, type Engine, type EngineAnswer } from '../llm';
import { turnSteps } from './AgentDesk';
import { agentDefinitions, agentScripts } from './agents';
import { startAgent } from './startAgent';
import { FakeShop } from './testing/FakeShop';
import { furnish, mailIn, type TestOrder } from './testing/furnish';
import type { Wake } from './Wake';

const engine = scriptedEngine(agentScripts);
const { support } = agentDefinitions;
const ana: TestOrder = { orderId: '1042', customerId: 'c-7', status: 'delivered', items: { 'MUG-1': 2 } };

/** Runs support once through, with rules, and with this engine for whatever was chosen. */
async function runWith(shop: FakeShop, chosen: Engine): Promise<void> {
  const controller = new AbortController();
  const wake = { next: async () => controller.abort() };
  const desk = shop.desk('support');
  await startAgent(support, { desk, engine, engineOf: () => chosen, wake, signal: controller.signal });
}

function shopWithMail(text = 'One mug of order #1042 arrived broken, refund please.') {
  const shop = new FakeShop();
  furnish(shop, 'c-7', [ana]);
  return { shop, query: mailIn(shop, text) };
}

/** An engine that says these things in turn, then the last one for ever. */
function says(...answers: (Partial<EngineAnswer> | string)[]): Engine & { calls: number } {
  const saying = {
    id: 'hostile',
    name: 'Hostile engine',
    model: 'none',
    calls: 0,
    generate: async () => {
      const answer = answers[Math.min(saying.calls++, answers.length - 1)]!;
      return { text: '', toolCalls: [], usage: null, ...(typeof answer === 'string' ? { text: answer } : answer) };
    },
  };
  return saying;
}
const answers = (shop: FakeShop, proposal: WorldEvent) =>
  shop.append(
    'RefundProcessed',
    { orderId: '1042', customerId: 'c-7', sku: 'MUG-1', qty: 1, cents: 1450, refundedCents: 1450 },
    { answers: proposal },
  );

test.each(turnSteps)('[AGT1] a thread that dies at "%s" loses nothing and does nothing twice', async (step) => {
  const { shop } = shopWithMail();
  await shop.run(support, engine, step);
  await shop.run(support, engine);
  expect(shop.turns).toHaveLength(1);
  expect(shop.proposals('RefundRequested')).toHaveLength(1);
  answers(shop, shop.proposals('RefundRequested')[0]!);
  await shop.run(support, engine, step);
  await shop.run(support, engine);
  expect(shop.turns).toHaveLength(2);
  expect(shop.proposals('ReplyDrafted')).toHaveLength(1);
});

test('[AGT2] the same log and the same engine give the same turns, byte for byte, in one thread or in many', async () => {
  const ends = [];
  for (const threads of ['one', 'many'] as const) {
    const { shop } = shopWithMail();
    const controller = new AbortController();
    const wake = bell();
    const running = startAgent(support, {
      desk: shop.desk('support'),
      engine,
      wake,
      signal: controller.signal,
      clock: { now: () => 0 },
    });
    if (threads === 'many') {
      controller.abort();
      await running;
      await shop.run(support, engine);
    } else await until(() => shop.turns.length === 1);
    answers(shop, shop.proposals('RefundRequested')[0]!);
    if (threads === 'many') await shop.run(support, engine);
    else {
      wake.ring();
      await until(() => shop.turns.length === 2);
      controller.abort();
      await running;
    }
    ends.push(JSON.stringify(shop.turns));
  }
  expect(ends[0]).toBe(ends[1]);
});

/** A wake that rings only when told to. */
function bell(): Wake & { ring(): void } {
  let ring = () => {};
  return {
    ring: () => ring(),
    next: (signal) =>
      new Promise((resolve) => {
        ring = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

test('[AGT3] a prompt holds nothing that came after its trigger', async () => {
  const { shop } = shopWithMail();
  shop.append('OrderCancelled', { orderId: '1042', customerId: 'c-7', paidBackCents: 2900 });
  await shop.run(support, engine);
  expect(shop.turns[0]!.transcript).not.toContain('order 1042 is cancelled');
});

const decision = JSON.stringify({
  understood: { intents: ['other'], orders: [], products: [] },
  acts: [],
  reply: { kind: 'answer', text: 'Hello', claims: [] },
  escalation: null,
  filing: null,
  summary: 'greets',
});
const bad: readonly (readonly [string, Partial<EngineAnswer> | string, string])[] = [
  ['not JSON', 'Sure! I refunded it.', 'not JSON'],
  ['the wrong shape', '{"refunds":"all"}', 'does not have its shape'],
  [
    'two things at once',
    decision.replace('"escalation":null', '"escalation":{"reason":"unclear","because":"x"}'),
    'either ask',
  ],
  ['a fact', JSON.stringify({ type: 'RefundProcessed', data: {} }), 'does not have its shape'],
  ['far too much', `{"summary":"${'x'.repeat(2_000_000)}"}`, 'characters'],
  ['a tool nobody has', { toolCalls: [{ tool: 'settle', args: {} }] }, 'no tool "settle"'],
  ['a tool of every object', { toolCalls: [{ tool: 'constructor', args: {} }] }, 'no tool'],
  [
    'arguments of the wrong shape',
    { toolCalls: [{ tool: 'lookupOrder', args: { orderId: '../x', all: true } }] },
    'lookupOrder',
  ],
  [
    'a seventh tool call',
    { toolCalls: Array.from({ length: 7 }, () => ({ tool: 'customerOrders', args: {} })) },
    '6 tool calls',
  ],
];
test.each(bad)(
  '[AGT4] %s is sent back once with the reason, then the turn is given up visibly',
  async (_what, answer, because) => {
    const { shop } = shopWithMail();
    const hostile = says(answer);
    await shop.run(support, hostile);
    expect(hostile.calls).toBe(2);
    expect(shop.turns).toEqual([]);
    expect(shop.failures).toHaveLength(1);
    expect(shop.failures[0]).toMatchObject({
      rule: 'bad-output',
      because: expect.stringContaining(because) as unknown,
    });
    expect(shop.failures[0]!.transcript!.length).toBeLessThan(200_000);

    const { shop: another } = shopWithMail();
    await another.run(support, says(answer, decision));
    expect(another.failures).toEqual([]);
    expect(another.turns).toHaveLength(1);
  },
);

test('[AGT4] an engine that fails, or answers with no shape at all, gives the turn up and the next one works', async () => {
  for (const generate of [
    () => Promise.reject(new AppError('EngineFailed', 'the GPU is gone')),
    async () => 'hm' as unknown as EngineAnswer,
  ]) {
    const { shop } = shopWithMail();
    await shop.run(support, { ...says(''), generate });
    expect(shop.failures).toHaveLength(1);
    mailIn(shop, 'Where is order 1042?', { mailId: 'm-2' });
    await shop.run(support, engine);
    expect(shop.turns.map((turn) => turn.summary)).toEqual([expect.stringContaining('Your order 1042')]);
  }
});

test('[AGT5] when the world moves under a tool the turn begins again at a new basis, and not for ever', async () => {
  const { shop } = shopWithMail();
  const { lookupOrder } = shop.tools;
  let moved = 0;
  const moving = (times: number) => (args: never) => {
    if (moved++ < times) throw new AppError('ConditionFailed', 'order 1042 has moved since the basis');
    return lookupOrder!(args);
  };
  shop.tools['lookupOrder'] = moving(3);
  await shop.run(support, engine);
  expect(shop.turns).toHaveLength(1);
  expect((JSON.parse(shop.turns[0]!.transcript) as { raw: unknown[] }).raw).toHaveLength(2);

  const restless = shopWithMail().shop;
  restless.tools['lookupOrder'] = moving(Infinity);
  await restless.run(support, engine);
  expect(restless.failures).toMatchObject([{ rule: 'threw' }]);
});

test('[AGT6] a parked trigger is passed over, and tried again when the shopkeeper hands it back', async () => {
  const { shop, query } = shopWithMail();
  shop.parked.add(query.id);
  await shop.run(support, engine);
  expect(shop.turns).toEqual([]);
  expect(shop.skips.at(-1)).toBe(shop.log.length);

  shop.parked.delete(query.id);
  const failure = shop.append('AgentFailed', {
    agent: 'support',
    trigger: query.id,
    rule: 'crashed-three-times',
    because: 'x',
    transcript: null,
  });
  shop.append('AgentRetried', { agent: 'inventory', trigger: query.id, failure: failure.id });
  await shop.run(support, engine);
  expect(shop.turns).toEqual([]);
  shop.append('AgentRetried', { agent: 'support', trigger: query.id, failure: failure.id });
  await shop.run(support, engine);
  await shop.run(support, engine);
  expect(shop.turns).toHaveLength(1);
  expect(shop.log.find((event) => event.type === 'AgentDecided')?.causationId).toBe(query.id);
});

test('[AGT7] what asks for nothing is skipped in one step, not event by event', async () => {
  const shop = new FakeShop();
  furnish(
    shop,
    'c-7',
    Array.from({ length: 700 }, (_, i) => ({ ...ana, orderId: `o-${i + 1000}` })),
  );
  await shop.run(support, engine);
  expect(shop.skips).toEqual([shop.log.length]);
  shop.append('PaymentCaptured', { orderId: '1042', cents: 1 });
  await shop.run(support, engine);
  expect(shop.skips).toHaveLength(1);
});

test('[AGT8] an agent whose desk is gone ends with the desk’s own error; one that is told to stop just ends', async () => {
  const { shop } = shopWithMail();
  const lost = {
    ...shop.desk('support'),
    settle: () => Promise.reject(new AppError('EpochLost', 'another tab decides now')),
  };
  const options = { engine, wake: bell(), signal: new AbortController().signal };
  await expect(startAgent(support, { ...options, desk: lost })).rejects.toMatchObject({ name: 'EpochLost' });
  expect(shop.failures).toEqual([]);

  const controller = new AbortController();
  const waiting: Engine = {
    ...engine,
    generate: (_request, { signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new AppError('Cancelled', 'stopped')))),
  };
  const running = startAgent(support, {
    ...options,
    engine: waiting,
    desk: shop.desk('support'),
    signal: controller.signal,
  });
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
  await running;
  expect(shop.failures).toEqual([]);
});

test('[AGT9] a decision that would make an improper proposal is given up before it reaches the port', async () => {
  const rogue = {
    ...support,
    conclude: () => ({ proposals: [{ type: 'ReorderRequested' as const, data: {} }], summary: 'x' }),
  };
  const { shop } = shopWithMail();
  await shop.run(rogue, engine);
  expect(shop.failures).toMatchObject([
    { rule: 'threw', because: expect.stringContaining('does not propose') as unknown },
  ]);
});

test('[AGT9] a tool that answers without end does not make a transcript that the port would refuse', async () => {
  const { shop } = shopWithMail();
  const { lookupOrder } = shop.tools;
  shop.tools['lookupOrder'] = (args) => ({ ...(lookupOrder!(args) as object), notes: 'x'.repeat(2_000_000) });
  await shop.run(support, engine);
  expect(shop.turns[0]!.transcript.length).toBeLessThan(1_000_000);
  expect(shop.turns[0]!.proposals).toHaveLength(1);
});

test('[AGT10] a turn by rules takes a few milliseconds', async () => {
  const { shop } = shopWithMail();
  for (let i = 2; i <= 200; i++)
    mailIn(shop, 'One mug of order #1042 arrived broken, refund please.', { mailId: `m-${i}` });
  const started = performance.now();
  await shop.run(support, engine);
  expect(shop.turns).toHaveLength(200);
  const each = (performance.now() - started) / 200;
  expect(each).toBeLessThan(20);
});

test('[AGT11] what the chosen engine cannot do, the rules do, and the decision says so', async () => {
  const nonsense = JSON.stringify({ acts: 'all of them' });
  const dies = { ...says(), generate: () => Promise.reject(new AppError('EngineLost', 'The thread is gone.')) };
  for (const hostile of [says(nonsense), says({ toolCalls: [{ tool: 'rm', args: {} }] }), dies]) {
    const { shop } = shopWithMail();
    shop.append('EngineChosen', { agent: 'support', engine: 'hostile', model: 'none' });
    const query = mailIn(shop, 'One mug of order #1042 arrived broken, refund please.');
    await runWith(shop, hostile);
    const decided = shop.log.filter((event) => event.type === 'AgentDecided');
    expect(decided[0]?.data).toMatchObject({ engine: 'scripted' });
    expect(decided[0]?.data).not.toHaveProperty('insteadOf');
    expect(decided[1]?.data).toMatchObject({
      trigger: query.id,
      engine: 'scripted',
      insteadOf: { engine: 'hostile', model: 'none' },
    });
    expect(shop.failures).toEqual([]);
  }
});

test('[AGT12] a choice holds from its place in the log on, and what was decided before stays decided', async () => {
  const { shop } = shopWithMail();
  const handsOver = { reply: null, escalation: { reason: 'unclear', because: 'I am a model' } };
  const model = says(JSON.stringify({ ...(JSON.parse(decision) as object), ...handsOver }));
  await runWith(shop, model);
  expect(model.calls).toBe(0);
  shop.append('EngineChosen', { agent: 'marketing', engine: 'hostile', model: 'none' });
  shop.append('EngineChosen', { agent: 'support', engine: 'hostile', model: 'none' });
  mailIn(shop, 'Hello?', { mailId: 'm-2' });
  await runWith(shop, model);
  expect(shop.turns.map((turn) => turn.engine)).toEqual(['scripted', 'hostile']);
  expect(shop.proposals('EscalationRequested')).toHaveLength(1);
});
