import type { AgentName } from '../../contracts';

/** What an agent is told by now. */
interface Told {
  readonly version: number;
  readonly system: string | null;
}

/** What a text that agents read says by now; null when it was withdrawn. */
interface Text {
  readonly version: number;
  readonly text: string | null;
}

/** What agents are told and given to read; what nobody ever changed is not in here. */
export interface Prompts {
  readonly told: Map<AgentName, Told>;
  readonly documents: Map<string, Text>;
}
