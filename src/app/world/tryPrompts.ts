import { agentDefinitions, rerun, type Rerun } from '../../agents';
import { isRefusal, type AgentName, type EventId, type WorldEvent } from '../../contracts';
import type { PastStates } from '../../history';
import type { Engine } from '../../llm';
import type { Log } from '../../log';
import { recordedTurns } from './recordedTurns';

/** One recorded decision, and what it would have come to under each of two prompts. */
export interface Trial {
  readonly position: number;
  readonly id: EventId;
  /** What it came to when it was taken. */
  readonly summary: string;
  readonly verdicts: readonly {
    readonly type: string;
    readonly verdict: 'accepted' | 'refused' | 'waiting';
    readonly rule: string | null;
  }[];
  readonly one: Rerun | null;
  readonly other: Rerun | null;
  /** Why it could not be thought through again. */
  readonly because: string | null;
}

/** What is to be compared: two versions of who an agent is, null for the app's own words, on these recorded decisions. */
export interface TrialPlan {
  readonly agent: AgentName;
  readonly decisions: readonly EventId[];
  readonly one: string | null;
  readonly other: string | null;
}

/** Thinks recorded decisions through again under two prompts, each on the same inputs and seed. The world hears nothing of it. */
export async function* tryPrompts(
  { agent, decisions, one, other }: TrialPlan,
  engine: Engine,
  signal: AbortSignal,
  host: { readonly log: Log; readonly past: PastStates },
): AsyncGenerator<Trial> {
  const definition = agentDefinitions[agent];
  for await (const { decided, turn, because } of recordedTurns(agent, decisions, host)) {
    const under = (system: string | null) =>
      turn && rerun(definition, turn, { system: system ?? definition.system, engine, signal });
    const first = await under(one);
    yield {
      position: decided.position,
      id: decided.id,
      summary: decided.data.summary,
      verdicts: await verdictsOf(host.log, decided),
      one: first,
      // The same words on the same inputs with the same seed are thought through once.
      other: other === one ? first : await under(other),
      because,
    };
  }
}

async function verdictsOf(log: Log, decided: WorldEvent): Promise<Trial['verdicts']> {
  const story = await log.find({ correlation: decided.correlationId }, { after: decided.position - 1 });
  return story
    .filter((event) => event.kind === 'proposal' && event.causationId === decided.id)
    .map(({ id, type }) => {
      const answer = story.find((event) => event.answers === id);
      if (!answer) return { type, verdict: 'waiting', rule: null };
      return isRefusal(answer)
        ? { type, verdict: 'refused', rule: answer.data.rule }
        : { type, verdict: 'accepted', rule: null };
    });
}
