import { lessonIds, type LessonId } from './words/lessons';
import { stages, type Stage } from './words/stages';

interface Kept {
  readonly stage: Stage;
  readonly bet: number | null;
  readonly done: boolean;
}

const fresh: Kept = { stage: 'bet', bet: null, done: false };

/** How far a learner has come, kept in this browser. Without storage it lasts as long as the tab. */
export class Progress {
  readonly #key = `common-ground:${location.pathname}:lab`;
  #lessons = $state.raw<Readonly<Partial<Record<LessonId, Kept>>>>(this.#read());

  of(lesson: LessonId): Kept {
    return this.#lessons[lesson] ?? fresh;
  }

  note(lesson: LessonId, change: Partial<Kept>): void {
    this.#keep({ ...this.#lessons, [lesson]: { ...this.of(lesson), ...change } });
  }

  forget(): void {
    this.#keep({});
  }

  get done(): number {
    return lessonIds.filter((lesson) => this.of(lesson).done).length;
  }

  #keep(lessons: Partial<Record<LessonId, Kept>>): void {
    this.#lessons = lessons;
    try {
      localStorage.setItem(this.#key, JSON.stringify(lessons));
    } catch {
      // A browser that keeps nothing still knows until the tab closes.
    }
  }

  #read(): Partial<Record<LessonId, Kept>> {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? '{}');
      const found = Object.entries(kept && typeof kept === 'object' ? kept : {}) as [string, Partial<Kept> | null][];
      return Object.fromEntries(
        found.flatMap(([id, one]) => {
          const lesson = lessonIds.find((known) => known === id);
          const stage = stages.find((known) => known === one?.stage) ?? 'bet';
          const bet = [0, 1, 2].find((option) => option === one?.bet) ?? null;
          return lesson ? [[lesson, { stage, bet, done: one?.done === true }]] : [];
        }),
      );
    } catch {
      return {};
    }
  }
}
