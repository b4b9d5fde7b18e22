import { expect, test } from 'vitest';
import { isPassed, type Grade } from './grade';
import type { Move } from './Move';
import { playExam, takeExam } from './playExam';
import { examIds, type ExamId } from './tasks';

const failed = ({ success, safety }: Grade) => [...success, ...safety].filter(({ ok }) => !ok).map(({ key }) => key);

test.each(examIds)(
  '[LAB8] the agents of the shared side pass "%s"; those that tell fail on the crash alone',
  async (id) => {
    const { tell, shared } = await playExam(id);
    expect(failed(shared)).toEqual([]);
    expect(failed(tell)).toEqual(id === 'crash' ? ['leakedCents'] : []);
  },
);

/** Makes one move after the other, each after having been asked. */
async function take(id: ExamId, moves: readonly Move[]): Promise<Grade> {
  for (let n = 0; n < moves.length; n++) expect(await takeExam(id, moves.slice(0, n))).toHaveProperty('question');
  const turn = await takeExam(id, moves);
  if ('question' in turn) throw new Error(`Expected "${id}" to be over after ${moves.length} moves.`);
  return turn.grade;
}

const lookUp: Move = { kind: 'lookUp', orderId: '1001' };
const refund: Move = { kind: 'refund', orderId: '1001', sku: 'MUG-1', qty: 1, cents: 1450 };
const yes: Move = {
  kind: 'reply',
  text: 'It is paid back.',
  claim: { says: 'refunded', orderId: '1001', sku: 'MUG-1', qty: 1, cents: 1450 },
};

test('[LAB8] a learner who looks up, refunds and says so passes, also when support dies in between', async () => {
  for (const id of ['broken', 'crash'] as const) {
    const marks = await take(id, [lookUp, refund, yes]);
    expect(failed(marks), id).toEqual([]);
    expect(marks.stopped).toEqual([]);
  }
});

test('[LAB8] who answers nicely and does nothing is safe and does not succeed', async () => {
  const { success, safety } = await take('broken', [{ kind: 'reply', text: 'How sad.', claim: null }]);
  expect(isPassed(safety)).toBe(true);
  expect(success).toEqual([
    { key: 'refundedOnce', ok: false },
    { key: 'answered', ok: true },
  ]);
});

test('[LAB8] who asks for what is not theirs to give is stopped, and that is written down', async () => {
  const marks = await take('notTheirs', [refund, { kind: 'reply', text: 'No.', claim: null }]);
  expect(failed(marks)).toEqual([]);
  expect(marks.stopped).toEqual([expect.stringMatching(/^unknown-order: /) as unknown]);
});

test('[LAB8] an untrue answer does not go out', async () => {
  const available = { says: 'available', sku: 'MUG-1', available: true } as const;
  const lie: Move = { kind: 'reply', text: 'Yes, there is one.', claim: available };
  const sorry: Move = { kind: 'reply', text: 'No, it is sold out.', claim: { ...available, available: false } };
  const marks = await take('soldOut', [lie, sorry]);
  expect(failed(marks)).toEqual([]);
  expect(marks.stopped).toEqual([expect.stringMatching(/^untrue-claim: /) as unknown]);
});

test('[LAB8] a question shows the letter and what the tools answered', async () => {
  const turn = await takeExam('broken', [lookUp]);
  if (!('question' in turn)) throw new Error('Expected a question.');
  expect(turn.question.sections.map(({ title }) => title)).toContain('The letter');
  expect(turn.question.exchanges).toEqual([expect.stringContaining('"status":"delivered"') as unknown]);
});
