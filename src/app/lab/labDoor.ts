import {
  askModel,
  findRace,
  lessonScenarios,
  playBoth,
  playExam,
  playShared,
  readLink,
  showModel,
  takeExam,
  writeLink,
  type ExamId,
  type ModelQuestion,
  type Move,
  type Scenario,
} from '../../lab';
import { historyDoor, type WhyField } from '../world';

/** What the page can ask of the lab's thread. It holds nothing between two questions: end it at any moment, and start another. */
export class LabDoor {
  lessons() {
    return lessonScenarios;
  }

  play(scenario: Scenario) {
    return playBoth(scenario);
  }

  /** Why a field of a row is what it is at the end of the right side's run, by the app's own history. */
  async why(scenario: Scenario, of: string, key: string, field: string): Promise<WhyField> {
    let why: WhyField | null = null;
    await playShared(scenario, {
      keeps: false,
      atEnd: async (_, log) => void (why = await historyDoor(log).why(of, key, field, log.world().head)),
    });
    if (!why) throw new Error('Expected the run to come to its end.');
    return why;
  }

  /** Holds this thread until it is found: it is best asked in a thread of its own, which can be ended. */
  findRace(from: Scenario, onTry: (tries: number) => void) {
    return findRace(from, 300, onTry);
  }

  playExam(id: ExamId) {
    return playExam(id);
  }

  takeExam(id: ExamId, moves: readonly Move[]) {
    return takeExam(id, moves);
  }

  askModel(question: ModelQuestion) {
    return askModel(question);
  }

  showModel() {
    return showModel();
  }

  writeLink(scenario: Scenario) {
    return writeLink(scenario);
  }

  readLink(text: string) {
    return readLink(text);
  }
}
