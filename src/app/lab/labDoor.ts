import { findRace, lessonScenarios, playBoth, readLink, showModel, writeLink, type Scenario } from '../../lab';

/** What the page can ask of the lab's thread. It holds nothing between two questions: end it at any moment, and start another. */
export class LabDoor {
  lessons() {
    return lessonScenarios;
  }

  play(scenario: Scenario) {
    return playBoth(scenario);
  }

  findRace(from: Scenario) {
    return findRace(from);
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
