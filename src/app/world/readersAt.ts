import { agents, isOneOf, tag, type AgentName, type WorldEvent } from '../../contracts';
import { demoSeed, scenario } from '../../intake';
import type { Checkpoint, Log } from '../../log';
import { services } from '../../services';
import { inputEventId } from './externalDoor';
import { scenarioInput, scenarioReader } from './scenarioPlayer';

/** How far back the last output of a service is looked for; one that was silent for longer goes on from there. */
const farBack = 2000;

/**
 * Where each reader stood when the head was at a position, as far as that shows in the log: at what caused its last output. What it read after
 * that without an output it reads again, as it does after a crash.
 */
export async function readersAt(log: Log, position: number): Promise<Omit<Checkpoint, 'world'>[]> {
  const { checkpoints } = await log.store.standing(log.world().id);
  const stored = new Map(checkpoints.map((one) => [one.reader, one.position]));
  const start = Math.max(0, position - farBack);
  const recent = (await log.read(start, position - start)).filter((event) => event.position <= position);
  const places = new Map(recent.map((event) => [event.id, event.position]));
  const placeOf = async (id: WorldEvent['id']) => places.get(id) ?? (await log.event(id))?.position ?? 0;

  async function causeOfLast(isOutput: (event: WorldEvent) => boolean): Promise<number | null> {
    const last = recent.findLast(isOutput);
    return last?.causationId ? placeOf(last.causationId) : null;
  }

  /** A checkpoint of today is one of then, too, when it had not come further. */
  const at = (reader: string, found: number) => {
    const now = stored.get(reader) ?? 0;
    return { reader, position: now <= position ? Math.max(found, now) : found, attempts: 0 };
  };

  const ofServices = services.map(async ({ name }) => {
    const reader = `service:${name}`;
    const found = await causeOfLast((event) => event.by === name);
    return at(reader, found ?? Math.min(start, stored.get(reader) ?? 0));
  });
  const ofAgents = agents.map(async (agent) => {
    const turns = recent.filter((event) => isTurn(event, agent));
    // Silent for long, perhaps paused: its last turns are looked up.
    const known =
      turns.length > 0
        ? turns
        : await log.find({ tag: tag.agent(agent) }, { upTo: position, reverse: true, limit: 20 });
    const triggers = known.flatMap((event) => (isTurn(event, agent) && event.causationId ? [event.causationId] : []));
    return at(`agent:${agent}`, Math.max(0, ...(await Promise.all(triggers.map(placeOf)))));
  });
  const done = await scenarioStepsBy(log, position, stored.get(scenarioReader) ?? 0);
  const day = { reader: scenarioReader, position: done, attempts: 0 };
  return [...(await Promise.all([...ofServices, ...ofAgents])), day];
}

function isTurn(event: WorldEvent, agent: AgentName): boolean {
  return event.by === agent && isOneOf(event, ['AgentDecided', 'AgentFailed']);
}

/** How many steps of the seeded day had happened: they happen in order, so the first that had not is found by halving. */
async function scenarioStepsBy(log: Log, position: number, doneByNow: number): Promise<number> {
  const steps = scenario(demoSeed);
  let [low, high] = [0, Math.min(doneByNow, steps.length)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const event = await log.event(inputEventId(scenarioInput(demoSeed, steps[middle]?.n ?? 0), 0));
    if (event && event.position <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
