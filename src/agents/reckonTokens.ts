import { tokensOf } from '../knowledge';
import { renderMessages, type Engine, type Prompt } from '../llm';

// Chat templates put a few tokens around each message.
const perMessage = 8;
/** How much the newest count moves the gauge: one odd prompt is no trend. */
const newest = 0.5;
const sane = { least: 0.2, most: 5 } as const;

/** By how much an engine's own counts differ from what is reckoned, learned from what it reported in this thread. */
const gauges = new WeakMap<Engine, number>();

/** How many tokens a prompt takes as it is sent, reckoned without the model: sections, tools, schema and all that was said since. */
export function reckonTokens(prompt: Prompt, engine: Engine): number {
  return Math.ceil(plainly(prompt) * (gauges.get(engine) ?? 1));
}

/** Takes in what the engine itself counted for a prompt: what is reckoned for it from now on comes nearer. */
export function recalibrate(prompt: Prompt, engine: Engine, countedTokens: number): void {
  const found = Math.min(sane.most, Math.max(sane.least, countedTokens / plainly(prompt)));
  const before = gauges.get(engine);
  gauges.set(engine, before === undefined ? found : before + newest * (found - before));
}

// Who an agent is, its tools and its schema are the same in every turn, and counting them is most of the work.
let lastSystem = { content: '', tokens: 0 };

function plainly(prompt: Prompt): number {
  const [system, ...others] = renderMessages(prompt);
  if (system && system.content !== lastSystem.content)
    lastSystem = { content: system.content, tokens: tokensOf(system.content) };
  const sum = lastSystem.tokens + perMessage;
  return others.reduce((total, { content }) => total + tokensOf(content) + perMessage, sum);
}
