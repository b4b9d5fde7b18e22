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
  ShopImport,
  ShopPreview,
  ShopSnapshot,
  ShopState,
  ShopTools,
  TranscriptView,
  VerifyReport,
  Watch,
  WorldSummary,
} from './ShopTools';
