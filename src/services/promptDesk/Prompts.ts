import type { AgentName } from '../../contracts';

/** What an agent is told by now. */
interface Told {
  readonly version: number;
  readonly system: string | null;
}

/** What each agent is told; one whose words nobody ever changed is not in here. */
export type Prompts = Map<AgentName, Told>;
