export type { Decision, FactDraft, Refusal, Service } from './Service';
export { answer, stalenessOf } from './answer';
export { services } from './services';
export { servicesFold, type ServiceStates } from './servicesFold';
export { serviceSteps, startServices, type ServicesHost, type ServiceStep } from './startServices';
