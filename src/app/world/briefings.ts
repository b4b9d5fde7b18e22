import { agentDefinitions, openBriefing, type Briefing } from '../../agents';
import type { Log } from '../../log';

const batch = 2000;

/** What each agent would be told in this world as of a position, worked out from its log as the agent itself would. */
export async function briefings(log: Pick<Log, 'read'>, upTo = Infinity): Promise<Briefing[]> {
  const all = Object.values(agentDefinitions).map(openBriefing);
  let after = 0;
  for (;;) {
    const events = (await log.read(after, batch)).filter(({ position }) => position <= upTo);
    const last = events.at(-1);
    if (!last) return all.map((briefing) => briefing.say());
    for (const event of events) for (const briefing of all) briefing.observe(event);
    after = last.position;
  }
}
