import { agents, type AgentName } from '../../contracts';
import { seededRandom, type Random } from '../../kernel';
import type { Scenario } from './Scenario';

/** Streams of chance that do not touch each other, so that more of one fault changes nothing of another. */
export function chanceOf({ seed }: Scenario, what: 'tell' | 'shared' | 'crashes'): Random {
  return seededRandom(seed ^ { tell: 0x7e11, shared: 0x54a2ed, crashes: 0xc2a5 }[what]);
}

/** Every crash of a scenario: those by hand, and those at random over the length of the day. The same on both sides. */
export function crashesOf(scenario: Scenario, lengthMs: number): { agent: AgentName; atMs: number }[] {
  const random = chanceOf(scenario, 'crashes');
  const crashes = scenario.byHand.flatMap((fault) =>
    fault.kind === 'crash' ? [{ agent: fault.agent, atMs: fault.atMs }] : [],
  );
  for (let i = 0; i < scenario.faults.crashes; i++) {
    const agent = agents[Math.floor(random() * agents.length)]!;
    crashes.push({ agent, atMs: Math.floor(random() * lengthMs) });
  }
  return crashes.toSorted((a, b) => a.atMs - b.atMs);
}

/** How long an agent is down after a crash. */
export const downMs = 1_500;

/** How long a step of an agent's work takes. */
export const stepMsOf = ({ faults }: Scenario, agent: AgentName): number =>
  25 * (faults.slowAgent === agent ? faults.slowTimes : 1);
