import type {
  ExamId,
  ExamTurn,
  FoundRace,
  Grade,
  LabRun,
  ModelQuestion,
  Move,
  PlayedLesson,
  RealEnd,
  RealProgress,
  Scenario,
  Shown,
  ShownModel,
} from '../../lab';
import type { WhyReport } from '../TimeTools';

/** What the lab's screen can ask for. Nothing of it touches the shop or anything saved. */
export interface LabTools {
  /** The scenario of each lesson that is played. */
  lessons(): Promise<Readonly<Record<PlayedLesson, Scenario>>>;
  /** Both sides of a scenario, from beginning to end. */
  play(scenario: Scenario): Promise<LabRun>;
  /**
   * The smallest schedule that does harm, from this one on; null when none was found, or the search was called off. `onTry` hears how many
   * runs were played.
   */
  findRace(from: Scenario, onTry: (tries: number) => void, signal: AbortSignal): Promise<FoundRace | null>;
  /**
   * The right side alone, on real threads and IndexedDB, in a scratch world that is deleted when it is over.
   * @throws Cancelled when it was stopped.
   */
  runForReal(scenario: Scenario, onProgress: (now: RealProgress) => void, signal: AbortSignal): Promise<RealEnd>;
  /** The app’s own Why, put to the right side’s log at the end of a scenario: why a field of a row is what it is. */
  why(scenario: Scenario, of: string, key: string, field: string): Promise<WhyReport>;
  /** What a model would be told about one letter, in three ways. */
  showModel(): Promise<readonly ShownModel[]>;
  /** What it would be told about a letter of one's own. */
  askModel(question: ModelQuestion): Promise<Shown>;
  /** A task of the exam as the agents play it, on both sides. */
  playExam(id: ExamId): Promise<{ readonly tell: Grade; readonly shared: Grade }>;
  /** The same with a learner's moves in support's place: the next question, or the grade. */
  takeExam(id: ExamId, moves: readonly Move[]): Promise<ExamTurn>;
  writeLink(scenario: Scenario): Promise<string>;
  /** @throws InvalidInput with words for whoever opened the link. */
  readLink(text: string): Promise<Scenario>;
}

const noLab = () => Promise.reject(new Error('There is no lab on this page.'));

/** The lab of a page that has none. */
export const noLabTools: LabTools = {
  lessons: noLab,
  play: noLab,
  findRace: noLab,
  runForReal: noLab,
  why: noLab,
  showModel: noLab,
  askModel: noLab,
  playExam: noLab,
  takeExam: noLab,
  writeLink: noLab,
  readLink: noLab,
};
