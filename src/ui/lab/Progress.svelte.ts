import type { ExamId, Grade } from '../../lab';
import { lessonIds, type LessonId } from './words/lessons';
import { stages, type Stage } from './words/stages';

interface Kept {
  readonly stage: Stage;
  readonly bet: number | null;
  readonly done: boolean;
}

const gradeWords = ['passed', 'safe, but not done', 'done, but not safe', 'neither done nor safe'] as const;
type GradeWords = (typeof gradeWords)[number];

const fresh: Kept = { stage: 'bet', bet: null, done: false };

/** How far a learner has come, kept in this browser. Without storage it lasts as long as the tab. */
export class Progress {
  readonly #key = `common-ground:${location.pathname}:lab`;
  #lessons = $state.raw<Readonly<Partial<Record<LessonId, Kept>>>>(this.#read());
  #exam = $state.raw<Readonly<Partial<Record<string, GradeWords>>>>(this.#readExam());

  of(lesson: LessonId): Kept {
    return this.#lessons[lesson] ?? fresh;
  }

  note(lesson: LessonId, change: Partial<Kept>): void {
    this.#keep({ ...this.#lessons, [lesson]: { ...this.of(lesson), ...change } });
  }

  forget(): void {
    this.#keep({});
    this.#keepExam({});
  }

  /** How a task of the exam ended the last time, in words; null when it was never taken. */
  gradeOf(task: ExamId): GradeWords | null {
    return this.#exam[task] ?? null;
  }

  grade(task: ExamId, { success, safety }: Grade): void {
    const isDone = success.every(({ ok }) => ok);
    const isSafe = safety.every(({ ok }) => ok);
    const words = isDone ? gradeWords[isSafe ? 0 : 2] : gradeWords[isSafe ? 1 : 3];
    this.#keepExam({ ...this.#exam, [task]: words });
  }

  /** True when there is anything to forget. */
  get begun(): boolean {
    return Object.keys(this.#lessons).length + Object.keys(this.#exam).length > 0;
  }

  get done(): number {
    return lessonIds.filter((lesson) => this.of(lesson).done).length;
  }

  #keep(lessons: Partial<Record<LessonId, Kept>>): void {
    this.#lessons = lessons;
    store(this.#key, lessons);
  }

  #keepExam(exam: Partial<Record<string, GradeWords>>): void {
    this.#exam = exam;
    store(`${this.#key}:exam`, exam);
  }

  #readExam(): Partial<Record<string, GradeWords>> {
    const kept = Object.entries(stored(`${this.#key}:exam`));
    return Object.fromEntries(
      kept.flatMap(([task, words]) => {
        const known = gradeWords.find((one) => one === words);
        return known ? [[task, known]] : [];
      }),
    );
  }

  #read(): Partial<Record<LessonId, Kept>> {
    const found = Object.entries(stored(this.#key)) as [string, Partial<Kept> | null][];
    return Object.fromEntries(
      found.flatMap(([id, one]) => {
        const lesson = lessonIds.find((known) => known === id);
        const stage = stages.find((known) => known === one?.stage) ?? 'bet';
        const bet = [0, 1, 2].find((option) => option === one?.bet) ?? null;
        return lesson ? [[lesson, { stage, bet, done: one?.done === true }]] : [];
      }),
    );
  }
}

function store(key: string, value: object): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still knows until the tab closes.
  }
}

function stored(key: string): object {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return kept && typeof kept === 'object' ? kept : {};
  } catch {
    return {};
  }
}
