export { lessonScenarios, playedLessons, type PlayedLesson } from './lessons/lessons';
export type { Grade, Mark } from './exam/grade';
export { move, type Move } from './exam/Move';
export { playExam, takeExam, type ExamQuestion, type ExamTurn } from './exam/playExam';
export { examIds, type ExamId } from './exam/tasks';
export { askModel, type ModelQuestion } from './model/askModel';
export { morningPeople, type MorningPerson } from './model/morning';
export { showModel, type Selection, type ShownModel } from './model/showModel';
export type { Shown, ShownDocument } from './model/Shown';
export { playBoth } from './playBoth';
export type { RealEnd, RealProgress } from './trace/Real';
export { findRace, type FoundRace } from './races/findRace';
export { faultySchedule } from './scenario/faultySchedule';
export { readLink, writeLink } from './scenario/link';
export { noFaults, type Faults, type HandFault, type LabInput, type Scenario } from './scenario/Scenario';
export { Network } from './sim/Network';
export { Scheduler } from './sim/Scheduler';
export { chanceOf, crashesOf, downMs, stepMsOf } from './scenario/chances';
export { plotOf } from './scenario/labDay';
export { openMeasure, worldOf } from './shared/measure';
export { nowOrLater, carrierComesAgain } from './shared/nowOrLater';
export { playShared } from './shared/playShared';
export { openingInputs, toInput } from './shared/toInput';
export { whatBroke } from './shared/whatBroke';
export { playTelling } from './tell/playTelling';
export {
  isBroken,
  type Costs,
  type Counters,
  type Downtime,
  type Frame,
  type FrameKind,
  type LabRun,
  type MessageTrace,
  type SideTrace,
} from './trace/Trace';
