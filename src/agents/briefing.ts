import type { AgentName, WorldEvent } from '../contracts';
import { oneLine } from '../kernel';
import type { AnyAgent } from './defineAgent';
import { openLearning } from './openLearning';

/** A document as a person reads it. */
interface BriefDocument {
  readonly id: string;
  readonly text: string;
}

/** What an agent would be told in a world, before it is let run there. */
export interface Briefing {
  readonly agent: AgentName;
  /** Who it is told to be. */
  readonly system: string;
  /** Which of the shopkeeper's versions that is; 0: the app's own words. Any other stands in the world's history, whoever wrote that. */
  readonly promptVersion: number;
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  readonly proposes: readonly string[];
  /** The shop's rules and frequent questions, as this world has them. */
  readonly shelf: readonly BriefDocument[];
  /** What this world's history makes it know; the newest first, and only so many of them. */
  readonly learned: readonly BriefDocument[];
  readonly learnedInAll: number;
}

const mostShown = 50;
const mostChars = 2000;

/** Follows a world's history as the agent would, and says at any moment what it would know. Nothing is asked of any engine. */
export function openBriefing(agent: AnyAgent): { observe(event: WorldEvent): void; say(): Briefing } {
  const learning = openLearning(agent);
  let told: { readonly version: number; readonly system: string | null } = { version: 0, system: null };
  return {
    observe(event) {
      learning.observe(event);
      if (event.type === 'PromptChanged' && event.data.agent === agent.name) told = event.data;
    },
    say: () => ({
      agent: agent.name,
      system: told.system ?? agent.system,
      promptVersion: told.version,
      tools: Object.entries(agent.tools).map(([name, { description }]) => ({ name, description })),
      proposes: agent.proposes,
      shelf: learning.shelf().map(({ id, text }) => ({ id, text })),
      learned: learning
        .learned()
        .slice(-mostShown)
        .reverse()
        .map(({ id, text }) => ({ id: oneLine(id, 200), text: text.slice(0, mostChars).toWellFormed() })),
      learnedInAll: learning.learned().length,
    }),
  };
}
