import { describe, expect, it } from 'vitest';
import { contractOf, type Actor, type EventType, type WorldEvent } from '../../contracts';
import { seededRandom } from '../../kernel';
import { arrowsOf, arrowsUpTo } from './arrows';
import { binEvents } from './binEvents';
import { firstFrom, layTimeline } from './layTimeline';
import { atTheEnd, isAtTheEnd, moved, showing, whole, zoomed } from './look';
import { eventAt, inNextLane, mostMarks, twinOf } from './twinOf';

interface Told {
  readonly type: EventType;
  readonly by: Actor;
  readonly minute?: number;
  readonly cause?: number;
  readonly answers?: number;
  readonly data?: object;
}

/** A short history: positions count from 1, causes and answers are positions. */
function history(told: readonly Told[]): WorldEvent[] {
  return told.map(({ type, by, minute = 0, cause, answers, data }, index) => {
    const { kind, topic, example } = contractOf(type);
    const id = (position: number) => `e-${position}`;
    return {
      position: index + 1,
      id: id(index + 1),
      type,
      kind,
      topic,
      by,
      at: minute * 60_000,
      data: data ?? example,
      tags: [],
      external: false,
      causationId: cause === undefined ? null : id(cause),
      correlationId: id(1),
      ...(answers === undefined ? {} : { answers: id(answers) }),
    } as unknown as WorldEvent;
  });
}

const refundStory = history([
  { type: 'MailReceived', by: 'customer' },
  { type: 'CustomerQuery', by: 'mailroom', cause: 1, answers: 1 },
  { type: 'AgentDecided', by: 'support', cause: 2, minute: 2 },
  { type: 'RefundRequested', by: 'support', cause: 3, minute: 2 },
  { type: 'RefundRejected', by: 'order-state', cause: 4, answers: 4, minute: 2 },
  { type: 'RefundRequested', by: 'support', cause: 3, minute: 300 },
]);

/** A long history without causes, spread over lanes and time by a seed. */
function manyEvents(count: number): WorldEvent[] {
  const random = seededRandom(7);
  const by: readonly Actor[] = ['customer', 'support', 'order-state', 'inventory-service'];
  let minute = 0;
  return history(
    Array.from({ length: count }, () => {
      minute += random() < 0.1 ? 60 * random() : 0;
      const type = random() < 0.1 ? 'RefundRejected' : 'OrderPlaced';
      return { type, by: by[Math.floor(random() * by.length)] ?? 'customer', minute };
    }),
  );
}

describe('the layout of the timeline', () => {
  it('[TL1] every event stands after the one before it, in the lane of its author, and only authors have lanes', () => {
    const layout = layTimeline(refundStory);
    expect(new Set(layout.lanes)).toEqual(new Set(['customer', 'mailroom', 'support', 'order-state']));
    for (const [index, event] of refundStory.entries()) {
      expect(layout.lanes[layout.lane[index] ?? -1]).toBe(event.by);
      if (index > 0) expect(layout.at[index]).toBeGreaterThanOrEqual((layout.at[index - 1] ?? 0) + 1);
    }
  });

  it('[TL1] causes and answers lead to what is there, and a proposal without an answer waits', () => {
    const layout = layTimeline(refundStory);
    expect([...layout.cause]).toEqual([-1, 0, 1, 2, 3, 2]);
    expect([...layout.answers]).toEqual([-1, 0, -1, -1, 3, -1]);
    expect([...layout.waits]).toEqual([0, 0, 0, 0, 0, 1]);
    const withoutMail = layTimeline(refundStory.slice(1));
    expect(withoutMail.cause[0]).toBe(-1);
  });

  it('[TL2] time without events takes no more room than ten minutes do, and says how long it was', () => {
    const layout = layTimeline(refundStory);
    expect(layout.rests).toEqual([{ at: expect.any(Number) as number, tookMs: 298 * 60_000 }]);
    expect((layout.at[5] ?? 0) - (layout.at[4] ?? 0)).toBe(4);
    expect(layout.rests[0]?.at).toBeGreaterThan(layout.at[4] ?? 0);
    expect(layout.rests[0]?.at).toBeLessThan(layout.at[5] ?? 0);
  });

  it('[TL3] an agent is behind from its trigger to its turn, without a thread until it works again, held until it is let go', () => {
    const story = history([
      { type: 'CustomerQuery', by: 'mailroom' },
      { type: 'AgentCrashed', by: 'world', cause: 1, data: { agent: 'support', trigger: 'e-1', times: 1 } },
      { type: 'AgentDecided', by: 'support', cause: 1 },
      { type: 'AgentPaused', by: 'shopkeeper', data: { agent: 'support' } },
      { type: 'OrderPlaced', by: 'order-state' },
      { type: 'AgentResumed', by: 'shopkeeper', data: { agent: 'support' } },
      { type: 'AgentPaused', by: 'shopkeeper', data: { agent: 'support' } },
      { type: 'OrderPlaced', by: 'order-state' },
    ]);
    const { spans, lanes, at } = layTimeline(story);
    const lane = lanes.indexOf('support');
    expect(spans).toHaveLength(4);
    expect(spans).toEqual(
      expect.arrayContaining([
        { lane, from: at[1], to: at[2], kind: 'crashed' },
        { lane, from: at[0], to: at[2], kind: 'lag' },
        { lane, from: at[3], to: at[5], kind: 'paused' },
        { lane, from: at[6], to: at[7], kind: 'paused' },
      ]),
    );
  });

  it('[TL4] pixels hold every event in sight once, and every refusal', () => {
    const events = manyEvents(5000);
    const layout = layTimeline(events);
    const all = binEvents(layout, whole(layout.steps), 300);
    const sum = (of: Uint32Array) => of.reduce((a, b) => a + b, 0);
    expect(sum(all.counts)).toBe(5000);
    expect(sum(all.refusals)).toBe(events.filter(({ type }) => type === 'RefundRejected').length);
    expect(Math.max(...all.counts)).toBe(all.most);
    const part = { from: layout.at[1000] ?? 0, to: (layout.at[1999] ?? 0) + 0.5 };
    expect(sum(binEvents(layout, part, 77).counts)).toBe(1000);
  });

  it('[TL5] the selected event has its arrows however much is in sight; the others only when it is little', () => {
    const layout = layTimeline(refundStory);
    const little = arrowsOf(layout, whole(layout.steps), 4);
    expect(
      little
        .filter(({ chain }) => chain)
        .map(({ to }) => to)
        .sort(),
    ).toEqual([1, 2, 3, 4]);
    expect(little.filter(({ chain }) => !chain).map(({ to }) => to)).toEqual([5]);
    expect(little.find(({ to }) => to === 4)?.kind).toBe('answer');
    const much = layTimeline([
      ...refundStory,
      ...history(
        Array.from({ length: arrowsUpTo }, () => ({ type: 'OrderPlaced', by: 'order-state', cause: 1 }) as const),
      ),
    ]);
    expect(arrowsOf(much, whole(much.steps), -1)).toEqual([]);
    expect(
      arrowsOf(much, whole(much.steps), 3)
        .map(({ to }) => to)
        .sort(),
    ).toEqual([1, 2, 3, 4]);
  });

  it('[TL6] what is not seen can be gone through: every event in sight stands behind exactly one mark', () => {
    const layout = layTimeline(manyEvents(2000));
    const far = twinOf(layout, whole(layout.steps));
    expect(far.length).toBeLessThanOrEqual(mostMarks);
    expect(far.reduce((sum, { count }) => sum + count, 0)).toBe(2000);
    const near = twinOf(layout, { from: layout.at[500] ?? 0, to: (layout.at[560] ?? 0) + 0.1 });
    expect(near.map(({ first }) => first)).toEqual(Array.from({ length: 61 }, (_, n) => 500 + n));
    for (const { first, lane } of near) expect(lane).toBe(layout.lane[first]);
  });

  it('[TL6] up and down lead to the nearest event of the next lane, a pointer to the nearest of its own', () => {
    const layout = layTimeline(refundStory);
    const look = whole(layout.steps);
    const lane = (actor: Actor) => layout.lanes.indexOf(actor);
    const step = lane('support') < lane('mailroom') ? 1 : -1;
    expect(layout.lane[inNextLane(layout, look, 3, step)]).not.toBe(layout.lane[3]);
    expect(inNextLane(layout, look, layout.lane.indexOf(0), -1)).toBe(-1);
    expect(eventAt(layout, lane('support'), (layout.at[3] ?? 0) + 0.2, 0.5)).toBe(3);
    expect(eventAt(layout, lane('customer'), layout.at[3] ?? 0, 0.5)).toBe(-1);
  });

  it('[TL7] what is looked at stays within the history, and what is chosen comes into sight', () => {
    const steps = 1000;
    const look = { from: 100, to: 200 };
    expect(moved(look, -500, steps)).toEqual({ from: -3, to: 97 });
    expect(moved(look, 5000, steps)).toEqual({ from: 902, to: 1002 });
    const closer = zoomed(look, 2, 150, steps);
    expect(closer).toEqual({ from: 125, to: 175 });
    expect(zoomed(look, 1000, 150, steps).to - zoomed(look, 1000, 150, steps).from).toBe(8);
    expect(zoomed(look, 0.001, 150, steps).to).toBeCloseTo(whole(steps).to);
    expect(whole(steps).to).toBeGreaterThan(999);
    expect(showing(look, 150, steps)).toBe(look);
    for (const at of [0, 50, 205, 999]) {
      const seen = showing(look, at, steps);
      expect(seen.from).toBeLessThanOrEqual(at);
      expect(seen.to).toBeGreaterThanOrEqual(at);
      expect(seen.to - seen.from).toBeCloseTo(100);
    }
    expect(isAtTheEnd(atTheEnd(look, steps), steps)).toBe(true);
    expect(isAtTheEnd(look, steps)).toBe(false);
  });

  it('[TL7] an empty history can be looked at', () => {
    const layout = layTimeline([]);
    expect(twinOf(layout, whole(layout.steps))).toEqual([]);
    expect(arrowsOf(layout, whole(layout.steps), -1)).toEqual([]);
    expect(firstFrom(layout.at, 3)).toBe(0);
  });
});
