export { startWorld, type World, type WorldHost } from './startWorld';
export { WorldDoor, type SharedNames, type WorldListener } from './worldDoor';
export type { WorldSnapshot, WorldUpdate } from './worldUpdates';
export type { WorldActs } from './worldActs';
export type { ExchangeDoor } from './exchangeDoor';
export { deciders } from './deciders';
export { tryPrompts, type Trial, type TrialPlan } from './tryPrompts';
export { exportDecisions } from './exportDecisions';
export { forkHere } from './forkHere';
export {
  historyDoor,
  type Comparison,
  type Held,
  type HistoryDoor,
  type PastUpdate,
  type PastWorld,
  type WhyField,
} from './historyDoor';
export type { TableRows } from './tableRows';
