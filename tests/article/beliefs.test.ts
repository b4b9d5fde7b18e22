import { expect, test } from 'vitest';
import { agentDefinitions, type Transcript } from '../../src/agents';
import { historyDoor } from '../../src/app/world';
import { isOneOf, type EventOf, type Ref, type WorldEvent } from '../../src/contracts';
import { renderMessages } from '../../src/llm';
import { openLog, type Log } from '../../src/log';
import { walk } from './acceptanceWalk';
import { shopInOneThread } from './shopInOneThread';

const walked = (async () => {
  const shop = await shopInOneThread();
  await walk(shop);
  const events = await shop.events();
  const log = await openLog(shop.store, 'w');
  shop.close();
  return { events, log, door: historyDoor(log), head: events.length };
})();

const decisions = (events: readonly WorldEvent[]) =>
  events.filter((event): event is EventOf<'AgentDecided'> => event.type === 'AgentDecided');

const transcriptOf = async (log: Log, ref: Ref) => JSON.parse((await log.text(ref)) ?? 'null') as Transcript;

test('[BEL4] what an agent looked up was so at its basis: whatever it was shown, nothing was missed', async () => {
  const { events, door, head } = await walked;
  const reports = await Promise.all(decisions(events).map(({ id }) => door.decision(id, head)));
  const lookups = reports.flatMap((report) => report?.beliefs.filter(({ kind }) => kind === 'lookup') ?? []);
  expect(lookups.length).toBeGreaterThan(5);
  expect(lookups.filter(({ freshness }) => freshness === 'missed')).toEqual([]);
});

test('[BEL5] seen from its own basis everything looked up is fresh; seen from later, what moved names the event that moved it', async () => {
  const { events, door, head } = await walked;
  const asked = events.find((event) => event.type === 'RefundRequested');
  const decided = decisions(events).find(({ id }) => id === asked?.causationId);
  const then = await door.decision(decided!.id, 0);
  expect(then?.upTo).toBe(decided?.basis);
  expect(then?.beliefs.filter(({ kind }) => kind === 'lookup').map(({ freshness }) => freshness)).not.toContain(
    'moved',
  );
  const now = await door.decision(decided!.id, head);
  const order = now?.beliefs.find(({ what }) => what.startsWith('lookupOrder'));
  expect(order).toMatchObject({ freshness: 'moved' });
  expect(order?.fields).toContainEqual({ path: 'refund', shown: 'none', atBasis: 'none', now: 'part' });
  expect(order?.movedBy?.data).toMatchObject({ orderId: asked?.type === 'RefundRequested' && asked.data.orderId });
});

test('[BEL6] each proposal of a decision stands beside its answer, and no other', async () => {
  const { events, door, head } = await walked;
  for (const decided of decisions(events)) {
    const report = await door.decision(decided.id, head);
    const mine = events.filter((event) => event.kind === 'proposal' && event.causationId === decided.id);
    expect(report?.proposals.map(({ proposal }) => proposal.id)).toEqual(mine.map(({ id }) => id));
    expect(mine).toHaveLength(decided.data.proposals);
    for (const { proposal, answer } of report?.proposals ?? []) expect(answer?.answers).toBe(proposal.id);
  }
});

test('[BEL7] a transcript keeps the prompt as it was sent: the agent’s own tools and schema, and all that was said since', async () => {
  const { events, log } = await walked;
  for (const event of events) {
    if (!isOneOf(event, ['AgentDecided'])) continue;
    const { prompt, toolCalls, asks, documents } = await transcriptOf(log, event.data.transcript);
    const agent = agentDefinitions[event.data.agent];
    expect(prompt).toMatchObject({ task: agent.name, system: agent.system, tools: agent.toolSpecs });
    expect(prompt.decision).toEqual(agent.decisionSchema);
    expect(prompt.exchanges.filter(({ kind }) => kind === 'tool')).toHaveLength(toolCalls.length);
    const sent = renderMessages({ ...prompt, decision: prompt.decision ?? {} })
      .map(({ content }) => content)
      .join('\n');
    for (const { text } of documents) expect(sent).toContain(text);
    expect(asks.at(-1)?.reckonedTokens).toBeGreaterThan(sent.length / 8);
  }
});
