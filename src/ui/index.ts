export type { LabTools } from './lab/LabTools';
export type { EngineRow, ModelRow, ModelsState, ModelTest, ModelTools, ModelWork, Offer } from './models/ModelTools';
export { mountApp } from './mountApp';
export { plainPage } from './PageTools';
export type { Arrival, InstallState, OfflineState, PageTools, StorageState } from './PageTools';
export type { AgentStatus, InvariantLight } from './ShopStatus';
export type { AgentTools, BriefingView, DecisionView, PromptPlan, TranscriptView } from './AgentTools';
export type {
  ExportCheck,
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
  VerifyReport,
  WorldSummary,
} from './ShopTools';
export type { PastShop, TimeTools, WhyReport, WorldComparison } from './TimeTools';
export type { Watch } from './Watch';
