export type { Decision, FactDraft, Refusal, Service } from './Service';
