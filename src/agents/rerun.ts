import type { Ref, WorldEvent } from '../contracts';
import type { Engine, Prompt } from '../llm';
import type { ProposalDraft } from './AgentDesk';
import type { AnyAgent } from './defineAgent';
import { deliberate } from './deliberate';
import { openTranscript, type Transcript } from './Transcript';
import { orGiveUp, TurnFailed } from './TurnFailed';

/** A turn that was taken once, as far as it takes to think it through again: nothing of it reaches the world. */
export interface RecordedTurn {
  readonly trigger: WorldEvent;
  /** What the agent remembered when it was woken. */
  readonly memory: unknown;
  readonly texts: ReadonlyMap<Ref, string | null>;
  /** The prompt as it was first sent, before anything was said to it. */
  readonly prompt: Prompt;
  readonly seed: number;
  /** Answers a tool as of the turn's basis. */
  ask(tool: string, args: unknown): Promise<unknown>;
}

/** What a turn would have come to. */
export interface Rerun {
  /** Why it would have been given up; null when it came to a decision. */
  readonly failed: { readonly rule: string; readonly because: string } | null;
  readonly summary: string;
  readonly proposals: readonly Pick<ProposalDraft, 'type' | 'data' | 'texts'>[];
  readonly raw: readonly string[];
  readonly toolCalls: readonly { readonly tool: string; readonly args: unknown }[];
  /** What a model read and wrote for it, as it counted; null where none counted. */
  readonly tokens: { readonly read: number; readonly written: number } | null;
}

/** Thinks a recorded turn through again with these words as who the agent is. The agent's own rules have the last word, as always. */
export async function rerun(
  definition: AnyAgent,
  turn: RecordedTurn,
  { system, engine, signal }: { readonly system: string; readonly engine: Engine; readonly signal: AbortSignal },
): Promise<Rerun> {
  const transcript = openTranscript();
  const prompt = { ...turn.prompt, system, exchanges: [] };
  const { seed, trigger, memory, texts } = turn;
  const ask = (tool: string, args: unknown) => turn.ask(tool, args);
  const said = () => ({
    raw: transcript.raw,
    toolCalls: transcript.toolCalls.map(({ tool, args }) => ({ tool, args })),
    tokens: tokensOf(transcript),
  });
  try {
    const decision = await deliberate({ definition, prompt, engine, seed, signal, transcript, ask });
    const outcome = orGiveUp('conclude', () => definition.conclude(decision, { trigger, memory, texts }));
    return { failed: null, ...outcome, ...said() };
  } catch (error) {
    if (!(error instanceof TurnFailed)) throw error;
    return { failed: { rule: error.rule, because: error.message }, summary: '', proposals: [], ...said() };
  }
}

function tokensOf({ asks }: Transcript): Rerun['tokens'] {
  const counted = asks.flatMap(({ usage }) => usage ?? []);
  if (counted.length === 0) return null;
  return {
    read: counted.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    written: counted.reduce((sum, { answerTokens }) => sum + answerTokens, 0),
  };
}
