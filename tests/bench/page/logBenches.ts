import type { TurnEnd } from '../../../src/agents';
import { agentDesk } from '../../../src/app/world/agentDesk';
import { AgentSeat } from '../../../src/app/world/agentSeat';
import { contractOf, contracts, parseDraft, type EventId, type WorldEvent } from '../../../src/contracts';
import { systemClock } from '../../../src/kernel';
import { genesis, lastPosition, sealCommit, type Log } from '../../../src/log';
import { readAhead } from '../../../src/log/readAhead';
import { faultOf } from '../../../src/log/verify';
import { foldEvent, openViews } from '../../../src/projections';
import { longHistory } from './longHistory';
import { draftOf, openOurs } from './ourLog';
import { openPouch, openRxdb } from './peers';
import { race, timed, type Contestant } from './race';
import { openRaw } from './rawRecords';

/** Milliseconds of one piece of work, by contestant. */
export type Times = Record<string, number>;

/** One event: validated, hashed, conditional, indexed; against one bare record. */
export async function appendSingle(rounds: number): Promise<Times> {
  const perLap = 40;
  const log = await openOurs('bench-single');
  const raw = await openRaw('bench-single-raw');
  const peers = [await openRxdb('bench-single-rxdb'), openPouch('bench-single-pouch')];
  const next = numbered();
  return race(
    [
      {
        name: 'ours',
        lap: () => {
          const drafts = Array.from({ length: perLap }, () => orderPlaced(next()));
          return timed(perLap, () =>
            inTurn(drafts, (draft) =>
              log.append({
                drafts: [draft],
                at: Date.now(),
                condition: { after: log.world().head, tags: contractOf('OrderPlaced').tags(draft.data) },
              }),
            ),
          );
        },
      },
      {
        name: 'raw',
        lap: () => {
          const events = Array.from({ length: perLap }, () => sealed(orderPlaced(next())));
          return timed(perLap, () => inTurn(events, (event) => raw.put(event)));
        },
      },
      ...peers.map((peer): Contestant => ({
        name: peer.name,
        lap: () => {
          const events = Array.from({ length: perLap }, () => sealed(orderPlaced(next())));
          return timed(perLap, () => inTurn(events, (event) => peer.add([event])));
        },
      })),
    ],
    rounds,
  );
}

/** The milliseconds of one bare record, for what has no twin in its own page. */
export async function putSingle(rounds: number): Promise<number> {
  const perLap = 40;
  const raw = await openRaw('bench-put-raw');
  const events = Array.from({ length: perLap }, (_, n) => sealed(orderPlaced(n)));
  const times = await race(
    [{ name: 'raw', lap: () => timed(perLap, () => inTurn(events, (event) => raw.put(event))) }],
    rounds,
  );
  return times['raw'] ?? NaN;
}

/** The end of an agent's turn, through its desk: decision, two proposals, their texts, transcript and checkpoint; against one bare record. */
export async function settle(rounds: number): Promise<Times> {
  const perLap = 20;
  const log = await openOurs('bench-settle');
  const raw = await openRaw('bench-settle-raw');
  const next = numbered();
  const desk = agentDesk('support', new AgentSeat('support', [], () => undefined), {
    log,
    clock: systemClock,
    views: openViews(),
    salt: () => crypto.randomUUID(),
  });
  return race(
    [
      {
        name: 'ours',
        lap: async () => {
          let ms = 0;
          for (let n = 0; n < perLap; n++) {
            const trigger = customerQuery(next());
            await log.append({ drafts: [trigger], at: Date.now() });
            const { turn } = await desk.begin(trigger.id as EventId);
            ms += await timed(1, () => desk.settle(turnEnd(turn, trigger.data.mailId)));
          }
          return ms / perLap;
        },
      },
      {
        name: 'raw',
        lap: () => {
          const events = Array.from({ length: perLap }, () => sealed(orderPlaced(next())));
          return timed(perLap, () => inTurn(events, (event) => raw.put(event)));
        },
      },
    ],
    rounds,
  );
}

/** Commits of 100 events of an ordinary history, one after the other; against the same events as bare rows, and in other databases. */
export async function appendBulk(rounds: number): Promise<Times> {
  const [perCommit, commits] = [100, 5];
  const perLap = perCommit * commits;
  const events = longHistory((rounds + 1) * perLap, 'bench').flatMap((commit) => commit.events);
  const log = await openOurs('bench-bulk');
  const raw = await openRaw('bench-bulk-raw');
  const peers = [await openRxdb('bench-bulk-rxdb'), openPouch('bench-bulk-pouch')];

  const contestant = (name: string, add: (batch: readonly WorldEvent[]) => Promise<unknown>): Contestant => {
    let from = 0;
    return {
      name,
      lap: () => {
        const batches = Array.from({ length: commits }, () => events.slice(from, (from += perCommit)));
        return timed(perLap, () => inTurn(batches, add));
      },
    };
  };
  return race(
    [
      contestant('ours', (batch) => log.append({ drafts: batch.map(draftOf), at: Date.now() })),
      contestant('raw', (batch) => raw.putAll(batch)),
      ...peers.map((peer) => contestant(peer.name, (batch) => peer.add(batch))),
    ],
    rounds,
  );
}

/** Reads a history in commits of 3 from the disk, checks every position, hash and shape, and folds the views; against reading bare rows. */
export async function replay(rounds: number, count: number): Promise<Times> {
  const events = longHistory(count, 'bench').flatMap((commit) => commit.events);
  const log = await openOurs('bench-replay');
  const raw = await openRaw('bench-replay-raw');
  const appends = [];
  for (let from = 0; from < events.length; from += 3) {
    appends.push(log.append({ drafts: events.slice(from, from + 3).map(draftOf), at: Date.now() }));
  }
  await Promise.all(appends);
  await raw.putAll(events);
  return race(
    [
      { name: 'ours', lap: () => timed(events.length, () => readVerifyFold(log)) },
      { name: 'raw', lap: () => timed(events.length, () => raw.readAll()) },
    ],
    rounds,
  );
}

async function readVerifyFold(log: Log): Promise<void> {
  const views = openViews();
  let [position, hash] = [0, genesis];
  for await (const commits of readAhead(log)) {
    for (const commit of commits) {
      const fault = faultOf(commit, position, hash);
      if (fault) throw new Error(`position ${fault.at}: ${fault.because}`);
      for (const event of commit.events) foldEvent(views, event);
      position = lastPosition(commit);
      hash = commit.hash;
    }
  }
}

async function inTurn<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<void> {
  for (const one of all) await work(one);
}

function numbered(): () => number {
  let n = 0;
  return () => n++;
}

function orderPlaced(n: number) {
  const id = `order-state-${n}`;
  const data = { ...contracts.OrderPlaced.example, orderId: `o-${n}`, customerId: `c-${n % 100}` };
  return {
    id,
    type: 'OrderPlaced',
    data,
    by: 'order-state',
    causationId: `p-${n}`,
    correlationId: `p-${n}`,
    answers: `p-${n}`,
  };
}

function customerQuery(n: number) {
  const id = `mailroom-${n}`;
  const data = { ...contracts.CustomerQuery.example, mailId: `m-${n}` };
  return { id, type: 'CustomerQuery', data, by: 'mailroom', causationId: null, correlationId: id };
}

function sealed(draft: object): WorldEvent {
  const commit = sealCommit([parseDraft(draft)], { world: 'bench', after: 0, previous: genesis, at: 1 });
  return commit.events[0] as WorldEvent;
}

function turnEnd(turn: string, mailId: string): TurnEnd {
  const { customerId, claims } = contracts.ReplyDrafted.example;
  return {
    turn,
    engine: 'scripted',
    model: 'scripted-1',
    seed: 1,
    documents: Array.from({ length: 8 }, (_one, n) => `policy:part-${n}`),
    transcript: JSON.stringify({ prompt: 'What the agent was shown. '.repeat(120), raw: ['{"decision":"refund"}'] }),
    summary: 'asks for a refund and tells the customer',
    proposals: [
      { type: 'RefundRequested', data: contracts.RefundRequested.example },
      {
        type: 'ReplyDrafted',
        data: { mailId, customerId, claims },
        texts: { text: 'Dear customer, here is what we did. '.repeat(10) },
      },
    ],
  };
}
