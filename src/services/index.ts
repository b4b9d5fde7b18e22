export type { Decision, FactDraft, Refusal, Service } from './Service';
export { answer, stalenessOf } from './answer';
export { orderActs, possibleActs, type ActOption, type OrderActName, type PossibleAct } from './possibleActs';
export { weigh, type Moment, type Weighed } from './weigh';
export { services } from './services';
export { servicesFold, type ServiceStates } from './servicesFold';
export { serviceSteps, startServices, type ServicesHost, type ServiceStep } from './startServices';
