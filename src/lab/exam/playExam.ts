import { isRefusal, type WorldEvent } from '../../contracts';
import { playShared } from '../shared/playShared';
import { playTelling } from '../tell/playTelling';
import { grade, type Grade } from './grade';
import { learnerEngine } from './learnerEngine';
import type { Move } from './Move';
import { examTasks, type ExamId } from './tasks';

/** What support is shown now, as text; the tools' answers last. */
export interface ExamQuestion {
  readonly sections: readonly { readonly title: string; readonly text: string }[];
  readonly exchanges: readonly string[];
}

/** A task as a learner has played it so far: the next question, or the grade. */
export type ExamTurn = { readonly question: ExamQuestion } | { readonly grade: Grade };

/** The task as the agents play it, on both sides. */
export async function playExam(id: ExamId): Promise<{ readonly tell: Grade; readonly shared: Grade }> {
  const task = examTasks[id];
  const refused: string[] = [];
  const shared = await playShared(task.scenario, {
    keeps: false,
    atEnd: (log) => void refused.push(...refusedOf(log)),
  });
  return {
    // Nobody there turns anything down.
    tell: grade(task, playTelling(task.scenario, { keeps: false }), []),
    shared: grade(task, shared, refused),
  };
}

/** Plays a task on the shared side with a learner's moves in the place of support's engine; everybody else plays on. */
export async function takeExam(id: ExamId, moves: readonly Move[]): Promise<ExamTurn> {
  const task = examTasks[id];
  const support = learnerEngine(moves);
  const refused: string[] = [];
  const end = await playShared(task.scenario, {
    keeps: false,
    engines: { support },
    atEnd: (log) => void refused.push(...refusedOf(log)),
  });
  const open = support.open();
  if (!open) return { grade: grade(task, end, refused) };
  const exchanges = open.exchanges.map((one) =>
    one.kind === 'tool'
      ? `${one.tool} ${JSON.stringify(one.args)} → ${JSON.stringify(one.result)}`
      : `this could not be done: ${one.error}`,
  );
  return { question: { sections: open.sections.map(({ title, text }) => ({ title, text })), exchanges } };
}

function refusedOf(log: readonly WorldEvent[]): string[] {
  return log.flatMap((event) => (isRefusal(event) ? [`${event.data.rule}: ${event.data.because}`] : []));
}
