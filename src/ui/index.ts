export { default as App } from './App.svelte';
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
