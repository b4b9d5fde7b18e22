export type { Decision, FactDraft, Refusal, Service } from './Service';
export { answer, stalenessOf } from './answer';
export { services } from './services';
export { serviceSteps, startServices, type ServicesHost, type ServiceStep } from './startServices';
