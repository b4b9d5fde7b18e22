export { mountApp } from './mountApp';
export { plainPage, type OfflineState, type PageTools } from './PageTools';
export type {
  AgentStatus,
  InvariantLight,
  IntakeReport,
  LetterView,
  SampleMail,
  ScenarioStatus,
  ShopSnapshot,
  ShopState,
  ShopTools,
  TranscriptView,
  VerifyReport,
} from './ShopTools';
