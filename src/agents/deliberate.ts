import { z } from 'zod';
import { caps, faultOfShape, isAppError, readJson } from '../kernel';
import type { Engine, EngineAnswer, Exchange, Prompt } from '../llm';
import type { AnyAgent } from './defineAgent';
import { leaveOutLeast } from './leaveOutLeast';
import { recalibrate, reckonTokens } from './reckonTokens';
import type { Transcript } from './Transcript';
import { TurnFailed } from './TurnFailed';

/** How often an engine may look something up in one turn. */
const maxToolCalls = 6;
/** A decision longer than this is not one. */
const maxAnswerLength = caps.modelOutput.chars;

const answerShape = z.object({
  text: z.string(),
  toolCalls: z.array(z.object({ tool: z.string(), args: z.unknown() })).max(50),
  // What it counted is no reason to give a turn up.
  usage: z
    .object({ promptTokens: z.int().min(0), answerTokens: z.int().min(0) })
    .nullable()
    .catch(null),
});

interface Deliberation {
  readonly definition: Pick<AnyAgent, 'tools' | 'decision'>;
  /** The prompt before anything was said to it. */
  readonly prompt: Prompt;
  readonly engine: Engine;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly transcript: Transcript;
  ask(tool: string, args: unknown): Promise<unknown>;
}

/**
 * Asks the engine until it decides: tool calls are answered, at most six, and what cannot be used is sent back once with the reason. When the
 * engine's window is full, the documents that rank last are left out, one after the other.
 *
 * @throws TurnFailed with `bad-output` the second time, with `threw` when the engine fails.
 */
export async function deliberate(turn: Deliberation): Promise<unknown> {
  const { documents, dropped } = turn.transcript;
  const exchanges: Exchange[] = [];
  let shown = turn.prompt;
  let asked = 0;
  for (let repaired = false; ; repaired = true) {
    let found = await step();
    while (found === 'went-on') found = await step();
    if ('decision' in found) return found.decision;
    if (repaired) throw new TurnFailed('bad-output', found.problem);
    exchanges.push({ kind: 'repair', answer: found.answer.slice(0, 2_000).toWellFormed(), error: found.problem });
  }

  async function step(): Promise<'went-on' | { decision: unknown } | { problem: string; answer: string }> {
    const answer = await generate();
    const { toolCalls, text } = answer;
    const said = toolCalls.length ? JSON.stringify(toolCalls) : text;
    turn.transcript.raw.push(said.slice(0, maxAnswerLength).toWellFormed());
    if (said.length > maxAnswerLength)
      return { problem: `the answer has ${said.length} characters, at most ${maxAnswerLength} are read`, answer: said };
    if (toolCalls.length === 0) {
      const read = readDecision(turn.definition.decision, text);
      return 'problem' in read ? { ...read, answer: text } : read;
    }
    for (const call of toolCalls) {
      const tool = Object.hasOwn(turn.definition.tools, call.tool) ? turn.definition.tools[call.tool] : undefined;
      if (!tool) return { problem: `there is no tool "${call.tool.slice(0, 80)}"`, answer: said };
      if (asked >= maxToolCalls)
        return { problem: `${maxToolCalls} tool calls were made already; decide now`, answer: said };
      const args = tool.args.safeParse(call.args);
      if (!args.success) return { problem: `${call.tool}: ${inWords(args.error)}`, answer: said };
      asked += 1;
      const result = await turn.ask(call.tool, args.data);
      turn.transcript.toolCalls.push({ tool: call.tool, args: args.data, result });
      exchanges.push({ kind: 'tool', tool: call.tool, args: args.data, result });
    }
    return 'went-on';
  }

  async function generate(): Promise<Pick<EngineAnswer, 'text' | 'toolCalls'>> {
    const { engine, transcript } = turn;
    // Whoever has asked as often as it may is offered nothing more to ask.
    const tools = asked < maxToolCalls ? shown.tools : [];
    const prompt = { ...shown, tools, exchanges: [...exchanges] };
    transcript.prompt = prompt;
    let answer: unknown;
    try {
      answer = await engine.generate({ prompt, seed: turn.seed, maxTokens: 1_500 }, { signal: turn.signal });
    } catch (cause) {
      if (turn.signal.aborted || isAppError(cause, 'Cancelled')) throw cause;
      const less = isOverflow(cause) && leaveOutLeast(shown, transcript, `the window of ${engine.model} was full`);
      if (less) {
        shown = less;
        return generate();
      }
      // Whoever takes the turn instead is shown the whole prompt again.
      Object.assign(transcript, { documents, dropped });
      throw new TurnFailed('threw', `the engine failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    }
    const fault = faultOfShape(answer, caps.message);
    if (fault) throw new TurnFailed('bad-output', `the engine's answer cannot be used: ${fault}`);
    const shaped = answerShape.safeParse(answer);
    if (!shaped.success)
      throw new TurnFailed('bad-output', `the engine's answer has no shape: ${inWords(shaped.error)}`);
    const { usage } = shaped.data;
    transcript.asks.push({ reckonedTokens: reckonTokens(prompt, engine), usage });
    if (usage) recalibrate(prompt, engine, usage.promptTokens);
    return shaped.data;
  }
}

/** An engine says so before it runs: its window is never overrun. */
const isOverflow = (cause: unknown): boolean => cause instanceof Error && cause.name === 'ContextOverflow';

function readDecision(schema: z.ZodType, text: string): { decision: unknown } | { problem: string } {
  // Models like to fence their JSON, whatever they are told.
  const json = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text)?.[1] ?? text;
  const read = readJson(json, caps.modelOutput);
  if ('because' in read) return { problem: `the answer cannot be read: ${read.because}` };
  const parsed = schema.safeParse(read.value);
  return parsed.success
    ? { decision: parsed.data }
    : { problem: `the decision does not have its shape. ${inWords(parsed.error)}` };
}

function inWords(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join('.') || 'it'}: ${issue.message.slice(0, 200)}`)
    .join('; ');
}
