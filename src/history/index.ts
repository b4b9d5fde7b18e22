export { compareFields, freshnessOf, type BeliefField, type Freshness } from './beliefs';
export { behind, type Behind, type Passed } from './behind';
export { differences, partingOf, type Difference, type Parting } from './differences';
export { eventsAbout, type FindEvents } from './eventsAbout';
export { explain, namedBy, type Explanation, type Step } from './explain';
export { fieldNames, fieldOf, type Field, type FieldValue, type Subject } from './Field';
export { replay, type Deciders, type Divergence, type Replay } from './replay';
export type { ValueDifference } from './valuesThatDiffer';
export { pastStates, type PastState, type PastStates, type RestoreState } from './pastStates';
