export type { ExternalDraft, InputContext, Lookups } from './ExternalDraft';
export { nextOrderId, skuFor } from './freshIds';
export { readMail } from './mail/readMail';
export type { PageAct } from './PageAct';
export { sampleMails, type SampleMail } from './sampleMails';
export { demoSeed, scenario } from './scenario/scenario';
export type { ScenarioStep } from './scenario/newDay';
export type { ProductInput, ScenarioInput, Wanted } from './ScenarioInput';
export { toDrafts, type Input } from './toDrafts';
