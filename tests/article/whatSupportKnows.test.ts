import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agentDefinitions } from '../../src/agents';
import { euros } from '../../src/kernel';
import { rememberHistory, sayHistory, type Histories } from '../../src/agents/support/history';
import type { CustomerId, WorldEvent } from '../../src/contracts';
import { openKnowledge } from '../../src/knowledge';
import { histories, play } from '../../src/services/testing/histories.suite';

const { support, inventory, marketing } = agentDefinitions;
const random = histories(140).map((acts) => play(acts, 'in order').log);
const customersIn = (log: readonly WorldEvent[]) => [
  ...new Set(log.flatMap((event) => (event.type === 'CustomerQuery' ? [event.data.customerId] : []))),
];

/** Whose story an event is, as far as it is anybody's. */
function ownersIn(log: readonly WorldEvent[]) {
  const orders = new Map<string, CustomerId>();
  const mails = new Map<string, CustomerId>();
  for (const { type, data } of log) {
    if (type === 'OrderPlaced' || type === 'OrderTakenOver') orders.set(data.orderId, data.customerId);
    if (type === 'CustomerQuery') mails.set(data.mailId, data.customerId);
  }
  const ownerOf = ({ data }: WorldEvent): CustomerId | undefined =>
    'mailId' in data
      ? mails.get(data.mailId)
      : 'orderId' in data && data.orderId
        ? orders.get(data.orderId)
        : undefined;
  return { orders, mails, ownerOf };
}

function grow(log: readonly WorldEvent[]) {
  const knowledge = openKnowledge();
  support.shelf.forEach((document) => knowledge.upsert(document));
  let memory = support.open();
  for (const event of log) {
    if (!support.tunedTo.includes(event.type) && event.by !== 'support') continue;
    memory = support.remember(memory, event);
    support.learn(event, memory).forEach((document) => knowledge.upsert(document));
  }
  return { knowledge, memory };
}

test('[SHR1] what agents share with everybody comes from the shopkeeper’s catalogue, never from a mail', () => {
  for (const agent of [support, inventory, marketing]) {
    for (const document of agent.shelf) expect(document).toMatchObject({ scope: { shared: true }, provenance: 'shop' });
  }
  let shared = 0;
  fc.assert(
    fc.property(random, (log) => {
      const byId = new Map(log.map((event) => [event.id, event]));
      for (const agent of [support, inventory, marketing]) {
        let memory = agent.open();
        for (const event of log) {
          if (!agent.tunedTo.includes(event.type) && event.by !== agent.name) continue;
          memory = agent.remember(memory, event);
          for (const { scope, provenance } of agent.learn(event, memory)) {
            expect(provenance).toEqual({ position: event.position, eventId: event.id });
            if (!scope.shared) continue;
            shared += 1;
            expect(event).toMatchObject({ by: 'catalogue', kind: 'fact' });
            expect(byId.get(event.causationId!)?.by).toBe('shopkeeper');
          }
        }
      }
    }),
    { numRuns: 30 },
  );
  expect(shared).toBeGreaterThan(0);
});

test('[SHR2] nothing of another customer is in what a turn about one customer is shown', () => {
  let seen = 0;
  fc.assert(
    fc.property(random, (log) => {
      const { knowledge, memory } = grow(log);
      const { orders, mails } = ownersIn(log);
      for (const event of log) {
        if (event.type !== 'CustomerQuery') continue;
        const { customerId } = event.data;
        const { sections, queries } = support.consider({ trigger: event, memory, texts: new Map() });
        const shown = [
          ...sections.map((section) => section.text),
          ...queries.flatMap((query) => knowledge.query({ ...query, nResults: 99 }).map((hit) => hit.document.text)),
        ].join('\n');
        for (const [id, owner] of [...orders, ...mails]) {
          if (owner !== customerId) expect(shown).not.toMatch(new RegExp(`\\b(?:order|mail) ${id}\\b`));
          else seen += Number(shown.includes(id));
        }
      }
    }),
    { numRuns: 50 },
  );
  expect(seen).toBeGreaterThan(0);
});

test('[HIS1] a customer’s history is what the log says of them: orders, money back, open matters', () => {
  fc.assert(
    fc.property(random, (log) => {
      const kept: Histories = new Map();
      log.forEach((event) => rememberHistory(kept, event));
      const { ownerOf } = ownersIn(log);
      for (const customer of customersIn(log)) {
        const theirs = log.filter((event) => ownerOf(event) === customer && support.tunedTo.includes(event.type));
        const history = kept.get(customer)!;
        const of = <T extends WorldEvent['type']>(type: T) =>
          theirs.filter((event): event is WorldEvent & { type: T } => event.type === type);
        expect(history.ordered).toBe(of('OrderPlaced').length + of('OrderTakenOver').length);
        expect(history.refundedCents).toBe(of('RefundProcessed').reduce((sum, { data }) => sum + data.cents, 0));
        const answered = of('ReplySent').map(({ data }) => data.mailId);
        const open = of('CustomerQuery').filter(({ data }) => !answered.includes(data.mailId));
        expect([...history.mails].filter(([, mail]) => mail.state !== 'answered').map(([id]) => id)).toEqual(
          open.map(({ data }) => data.mailId),
        );
        const closed = ['ApprovalGiven', 'ApprovalRefused', 'ApprovalLapsed'] as const;
        const decided = closed.flatMap((type) => of(type)).map(({ data }) => data.proposalId);
        const parked = of('ApprovalAsked').filter(({ data }) => !decided.includes(data.proposalId));
        expect([...history.parked.keys()]).toEqual(parked.map(({ data }) => data.proposalId));
        expect(history.readUpTo).toBe(theirs.at(-1)!.position);
        expect(sayHistory(history, (sku) => sku, euros)).toContain(`Read up to position ${history.readUpTo}.`);
      }
    }),
    { numRuns: 50 },
  );
});

test('[HIS2] what happens to others does not change a customer’s history', () => {
  fc.assert(
    fc.property(random, (log) => {
      const { ownerOf } = ownersIn(log);
      const all: Histories = new Map();
      log.forEach((event) => rememberHistory(all, event));
      for (const customer of customersIn(log)) {
        const alone: Histories = new Map();
        log.filter((event) => ownerOf(event) === customer).forEach((event) => rememberHistory(alone, event));
        expect(alone.get(customer)).toEqual(all.get(customer));
      }
    }),
    { numRuns: 50 },
  );
});

test('[HIS3] knowledge that grew with searches in between answers like knowledge rebuilt from the log', () => {
  fc.assert(
    fc.property(random, fc.nat(100), (log, part) => {
      const ask = {
        text: 'refund order mug delivered',
        nResults: 20,
        where: { anyOf: [{ customer: 'c-1' }, { shared: true }] },
      } as const;
      const early = grow(log.slice(0, Math.floor((log.length * part) / 100)));
      early.knowledge.query(ask);
      let memory = early.memory;
      for (const event of log.slice(Math.floor((log.length * part) / 100))) {
        if (!support.tunedTo.includes(event.type) && event.by !== 'support') continue;
        memory = support.remember(memory, event);
        support.learn(event, memory).forEach((document) => early.knowledge.upsert(document));
        early.knowledge.query(ask);
      }
      expect(early.knowledge.query(ask)).toEqual(grow(log).knowledge.query(ask));
    }),
    { numRuns: 30 },
  );
});
