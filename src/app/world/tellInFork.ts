import { z } from 'zod';
import { agents, eventId, tag, words, type AgentName, type WorldEvent } from '../../contracts';
import { AppError, derivedId } from '../../kernel';
import { openLog, type Log, type LogStore } from '../../log';
import { answer, services, type Service } from '../../services';
import { promptAt } from './promptAt';

const said = words(8000).refine((text) => text.trim() !== '', 'it says nothing');

/** What is otherwise about an agent in a fork alone: the words it is told (null: the app's own), the engine it thinks with. What is absent stays. */
export const agentChange = z.strictObject({
  agent: z.enum(agents),
  told: z.strictObject({ system: said.nullable() }).nullable().optional(),
  thinksWith: z
    .strictObject({ engine: z.string().regex(/^[a-z][a-z-]{1,39}$/), model: z.string().min(1).max(120) })
    .nullable()
    .optional(),
});
export type AgentChange = z.infer<typeof agentChange>;

/** @throws InvalidInput when this would change nothing at that position. */
export async function mustBeOtherwise(log: Log, { agent, told, thinksWith }: AgentChange, at: number): Promise<void> {
  if (!told && !thinksWith) throw new AppError('InvalidInput', `Say what is to be otherwise about ${agent}.`);
  if (told && (await promptAt(log, agent, at)).system === told.system)
    throw new AppError('InvalidInput', `At ${at} ${agent} is told just that already: write other words.`);
}

/**
 * Has an agent of a fork told other words or think with another engine from the fork's beginning on: the prompt desk answers before anybody works
 * there, so no turn of the fork is told the old words. A second time changes nothing.
 */
export async function tellInFork(store: LogStore, fork: string, { agent, told, thinksWith }: AgentChange) {
  const log = await openLog(store, fork);
  const at = log.world().headAt;
  if (thinksWith) await write('EngineChosen', { agent, ...thinksWith });
  if (!told) return;
  const { version } = await promptAt(log, agent, log.world().head);
  const proposal = await write('PromptChangeRequested', { agent, system: told.system, from: version }, true);
  if (proposal) await log.append({ drafts: await answerOf(log, proposal, agent), at });

  /** The event, or nothing when it was there. */
  async function write(type: string, data: object, external = false): Promise<WorldEvent | undefined> {
    const id = derivedId('shopkeeper', `${fork}-${agent}`, type);
    if (await log.event(eventId.parse(id))) return undefined;
    const draft = { id, type, data, by: 'shopkeeper', external, causationId: null, correlationId: id };
    return (await log.append({ drafts: [draft], at })).events[0];
  }
}

/** The prompt desk's own answer, from what it knows of this agent. */
async function answerOf(log: Log, proposal: WorldEvent, agent: AgentName) {
  const desk = services.find(({ name }) => name === 'prompt-desk') as unknown as Service<unknown>;
  let known = desk.open();
  for (const event of await log.find({ type: 'PromptChanged', tag: tag.agent(agent) }))
    known = desk.evolve(known, event);
  return answer(desk, known, proposal);
}
