export type { LabTools } from './lab/LabTools';
export { mountApp } from './mountApp';
export { plainPage, type OfflineState, type PageTools, type StorageState } from './PageTools';
export type {
  AgentStatus,
  ExportCheck,
  InvariantLight,
  IntakeReport,
  LetterView,
  MailboxReport,
  SampleMail,
  ScenarioStatus,
  ShopSnapshot,
  ShopState,
  ShopTools,
  TranscriptView,
  VerifyReport,
  Watch,
  WorldSummary,
} from './ShopTools';
