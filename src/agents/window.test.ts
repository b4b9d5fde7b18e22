import { expect, test } from 'vitest';
import { agentDefinitions, agentScripts } from '.';
import { tokensOf } from '../knowledge';
import { renderMessages, scriptedEngine, type Engine, type Prompt } from '../llm';
import { FakeShop } from './testing/FakeShop';
import { furnish, mailIn } from './testing/furnish';
import type { Transcript } from './Transcript';

const rules = scriptedEngine(agentScripts);
const { support } = agentDefinitions;
const tokens = (prompt: Prompt) => renderMessages(prompt).reduce((sum, { content }) => sum + tokensOf(content), 0);

/** Rules behind a window: what is longer is refused before it is read, as the engines with models do. */
function windowOf(most: number, counts = tokens) {
  const read: number[] = [];
  const engine: Engine = {
    ...rules,
    async generate(request, options) {
      const used = tokens(request.prompt);
      if (used > most) throw Object.assign(new Error(`${used} tokens, ${most} fit`), { name: 'ContextOverflow' });
      read.push(used);
      const answer = await rules.generate(request, options);
      return { ...answer, usage: { promptTokens: counts(request.prompt), answerTokens: 1 } };
    },
  };
  return { engine, read };
}

async function transcriptsWith(engine: Engine, mails = 1): Promise<{ shop: FakeShop; transcripts: Transcript[] }> {
  const shop = new FakeShop();
  furnish(shop, 'c-7', [{ orderId: '1042', customerId: 'c-7', status: 'delivered', items: { 'MUG-1': 2 } }]);
  for (let n = 0; n < mails; n++)
    mailIn(shop, 'One mug of order #1042 arrived broken, refund please.', { mailId: `m-${n}` });
  await shop.run(support, engine);
  const refs = shop.log.flatMap((event) => (event.type === 'AgentDecided' ? [event.data.transcript] : []));
  return { shop, transcripts: refs.map((ref) => JSON.parse(shop.texts.get(ref) ?? '') as Transcript) };
}

test('[WIN1] where all fits, nothing is left out for the window', async () => {
  const { transcripts } = await transcriptsWith(windowOf(1e6).engine);
  expect(transcripts[0]?.dropped.filter(({ because }) => because.includes('window'))).toEqual([]);
});

test('[WIN2] a window is never overrun: what ranks last is left out until the rest fits, and the transcript says so', async () => {
  const whole = (await transcriptsWith(rules)).transcripts[0]!;
  const most = tokens({ ...whole.prompt, decision: whole.prompt.decision ?? {} }) - 60;
  const { engine, read } = windowOf(most);
  const { shop, transcripts } = await transcriptsWith(engine);
  const [cut] = transcripts;
  expect(Math.max(...read)).toBeLessThanOrEqual(most);
  const left = cut!.dropped.filter(({ because }) => because === 'the window of scripted-1 was full');
  expect(left.length).toBeGreaterThan(0);
  const lowest = Math.min(...cut!.documents.map(({ score }) => score));
  for (const { id } of left) {
    const before = whole.documents.find((one) => one.id === id);
    expect(before?.score).toBeLessThanOrEqual(lowest);
    expect(JSON.stringify(cut!.prompt.sections)).not.toContain(JSON.stringify(before?.text).slice(1, -1));
  }
  expect(cut!.documents.map(({ id }) => id)).toEqual(shop.turns[0]?.documents);
});

test('[WIN3] what does not fit without any document either is given up, in words', async () => {
  const { shop, transcripts } = await transcriptsWith(windowOf(100).engine);
  expect(transcripts).toEqual([]);
  expect(shop.failures[0]).toMatchObject({ rule: 'threw' });
  expect(shop.failures[0]?.because).toMatch(/100 fit/);
});

test('[WIN4] what is reckoned comes nearer to what the engine counts', async () => {
  const { transcripts } = await transcriptsWith(windowOf(1e6, (prompt) => Math.round(tokens(prompt) / 2)).engine, 4);
  const off = transcripts
    .flatMap(({ asks }) => asks)
    .map(({ reckonedTokens, usage }) => Math.abs(reckonedTokens / (usage?.promptTokens ?? 1) - 1));
  expect(off[0]).toBeGreaterThan(0.9);
  expect(off.at(-1)).toBeLessThan(0.1);
});
