export {
  turnSteps,
  type AgentDesk,
  type ProposalDraft,
  type ToolAnswer,
  type TurnEnd,
  type TurnStart,
  type TurnStep,
} from './AgentDesk';
