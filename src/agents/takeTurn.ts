import { isAppError, sha256Hex, type Clock } from '../kernel';
import { contractOf, type Ref, type WorldEvent } from '../contracts';
import type { Knowledge } from '../knowledge';
import type { Engine } from '../llm';
import type { AgentDesk, ProposalDraft, TurnStart } from './AgentDesk';
import { buildPrompt } from './buildPrompt';
import type { AnyAgent, Turn } from './defineAgent';
import { deliberate } from './deliberate';
import { openTranscript, writeTranscript, type Transcript } from './Transcript';
import { orGiveUp, TurnFailed } from './TurnFailed';

/** What a turn needs besides its trigger. Memory and knowledge hold every event up to the trigger and none after it. */
export interface TurnTools {
  readonly memory: unknown;
  readonly knowledge: Knowledge;
  readonly desk: AgentDesk;
  readonly engine: Engine;
  /** Takes the turn when the engine cannot; without it such a turn is given up. */
  readonly rules?: Engine | null;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

// Each time the world moved while a tool was asked; beyond this it is not bad luck.
const maxRounds = 8;

/** One turn from trigger to settlement. `left` when the world has parked the trigger or the turn was given up. */
export async function takeTurn(agent: AnyAgent, trigger: WorldEvent, tools: TurnTools): Promise<'settled' | 'left'> {
  const { desk } = tools;
  await desk.at('observed');
  for (let round = 1; ; round++) {
    const start = await desk.begin(trigger.id);
    if (start.parked) return 'left';
    await desk.at('begun');
    const transcript = openTranscript();
    try {
      await carryOut(agent, trigger, start, transcript, tools);
      return 'settled';
    } catch (error) {
      const moved = isAppError(error, 'ConditionFailed');
      if (moved && round < maxRounds) continue;
      const failure = moved
        ? new TurnFailed('threw', `the world moved ${maxRounds} times while it was looked at`)
        : error;
      if (!(failure instanceof TurnFailed)) throw error;
      await desk.fail(start.turn, failure.rule, failure.message, writeTranscript(transcript));
      return 'left';
    }
  }
}

async function carryOut(
  agent: AnyAgent,
  trigger: WorldEvent,
  start: TurnStart,
  transcript: Transcript,
  tools: TurnTools,
): Promise<void> {
  const { desk, memory, clock, signal } = tools;
  const began = clock.now();

  const texts = new Map<Ref, string | null>();
  for (const ref of orGiveUp('reads', () => agent.reads(trigger, memory)))
    texts.set(ref, await desk.reveal(start.turn, ref));
  const turn: Turn<unknown> = { trigger, memory, texts };
  await desk.at('learned');

  transcript.promptVersion = start.prompt.version;
  const prompt = orGiveUp('consider', () => {
    const considered = agent.consider(turn);
    const system = start.prompt.system ?? considered.system;
    return buildPrompt(agent, { ...considered, system }, tools.knowledge, transcript);
  });
  await desk.at('retrieved');

  const seed = Number.parseInt(sha256Hex(`${agent.name}|${trigger.id}`).slice(0, 8), 16);
  const ask = async (tool: string, args: unknown) => (await asked(desk, start.turn, tool, args)).result;
  const decide = async (engine: Engine) => {
    const decision = await deliberate({ definition: agent, prompt, engine, seed, signal, transcript, ask });
    transcript.decision = decision;
    const outcome = orGiveUp('conclude', () => agent.conclude(decision, turn));
    for (const proposal of outcome.proposals) orGiveUp('conclude', () => check(agent, proposal));
    return outcome;
  };
  const { engine, insteadOf, outcome } = await firstThatCan(tools, decide);
  await desk.at('asked');
  const { proposals, summary } = outcome;
  await desk.at('decided');

  transcript.ms = clock.now() - began;
  await desk.settle({
    turn: start.turn,
    engine: engine.id,
    model: engine.model,
    seed,
    documents: transcript.documents.map((document) => document.id),
    transcript: writeTranscript(transcript),
    summary: summary.toWellFormed().slice(0, 300).toWellFormed(),
    ...(insteadOf ? { insteadOf } : {}),
    proposals,
  });
  await desk.at('settled');
}

/** What the engine makes of it; or what the rules do, when the engine fails or what it decides cannot be used. */
async function firstThatCan<T>({ engine, rules, signal }: TurnTools, decide: (engine: Engine) => Promise<T>) {
  try {
    return { engine, insteadOf: null, outcome: await decide(engine) };
  } catch (error) {
    if (!(error instanceof TurnFailed) || !rules || rules.id === engine.id || signal.aborted) throw error;
    const because = error.message.slice(0, 300).toWellFormed();
    const { id, model } = engine;
    return { engine: rules, insteadOf: { engine: id, model, because }, outcome: await decide(rules) };
  }
}

/** A tool that the world does not have, or will not answer, is this turn's failure; a desk that is gone is the agent's end. */
async function asked(desk: AgentDesk, turn: string, tool: string, args: unknown) {
  try {
    return await desk.ask(turn, tool, args);
  } catch (cause) {
    if (!isAppError(cause, 'InvalidInput') && !isAppError(cause, 'NotYours')) throw cause;
    throw new TurnFailed('threw', `${tool}: ${cause.message}`, { cause });
  }
}

const anyRef = '0'.repeat(64);

/** What would be refused at the port is this agent's mistake: better to say so here, with the transcript, than to die there. */
function check(agent: AnyAgent, { type, data, texts = {} }: ProposalDraft): void {
  if (!agent.proposes.includes(type)) throw new Error(`${agent.name} does not propose ${type}`);
  const refs = Object.fromEntries(Object.keys(texts).map((field) => [field, anyRef]));
  contractOf(type).schema.parse({ ...data, ...refs });
}
