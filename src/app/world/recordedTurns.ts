import { agentDefinitions, openLearning, type RecordedTurn } from '../../agents';
import type { AgentName, EventId, EventOf, Ref } from '../../contracts';
import type { PastStates } from '../../history';
import { AppError } from '../../kernel';
import type { Log } from '../../log';
import { agentTools } from './agentTools';
import { customerOf } from './customerOf';
import { readTranscript } from './readSide';

/** A turn to be thought through again, or why it cannot be. */
export interface ToRerun {
  readonly decided: EventOf<'AgentDecided'>;
  readonly turn: RecordedTurn | null;
  readonly because: string | null;
}

const batch = 2000;

/**
 * Brings back recorded turns of one agent, oldest first, each with what it remembered, was shown and could look up then. One pass over the log; each
 * must be used before the next is asked for, as the memory goes on.
 */
export async function* recordedTurns(
  agent: AgentName,
  ids: readonly EventId[],
  { log, past }: { readonly log: Log; readonly past: PastStates },
): AsyncGenerator<ToRerun> {
  const found = await Promise.all(ids.map((id) => log.event(id)));
  const decisions = found
    .filter((event): event is EventOf<'AgentDecided'> => event?.type === 'AgentDecided' && event.data.agent === agent)
    .sort((one, other) => one.position - other.position);
  const triggers = await Promise.all(decisions.map(({ data }) => log.event(data.trigger)));
  const learning = openLearning(agentDefinitions[agent]);
  let read = 0;
  for (const [n, decided] of decisions.entries()) {
    const trigger = triggers[n];
    if (!trigger) continue;
    while (read < trigger.position) {
      const events = await log.read(read, Math.min(batch, trigger.position - read));
      for (const event of events) {
        if (event.position > trigger.position) break;
        learning.observe(event);
        read = event.position;
      }
      if (events.length === 0) break;
    }
    yield { decided, ...(await bringBack(agent, decided, trigger, learning.memory())) };
  }

  async function bringBack(
    name: AgentName,
    { data, basis = 0 }: EventOf<'AgentDecided'>,
    trigger: RecordedTurn['trigger'],
    memory: unknown,
  ): Promise<Omit<ToRerun, 'decided'>> {
    const text = await log.text(data.transcript);
    const prompt = text === null ? undefined : readTranscript(text)?.prompt;
    if (!prompt) return { turn: null, because: 'its transcript was erased' };
    if (!prompt.decision) return { turn: null, because: 'its transcript was written before prompts were kept whole' };
    const definition = agentDefinitions[name];
    const texts = new Map<Ref, string | null>();
    for (const ref of definition.reads(trigger, memory)) texts.set(ref, await log.text(ref));
    const customer = await customerOf(log, trigger);
    const { views } = await past.at(basis);
    const ask = (tool: string, args: unknown) => {
      const answer = agentTools.get(tool);
      if (!answer) return Promise.reject(new AppError('InvalidInput', `There is no tool "${tool}".`));
      return Promise.resolve(answer(views, args, customer).result);
    };
    const sent = { ...prompt, tools: definition.toolSpecs, decision: prompt.decision, exchanges: [] };
    return { turn: { trigger, memory, texts, prompt: sent, seed: data.seed, ask }, because: null };
  }
}
