import { canonicalJson } from '../../kernel';
import type { Engine, Prompt } from '../../llm';
import { sayMove, type Move } from './Move';

/** An engine that is a person: it answers with the moves that were made, in their order, and then waits. */
export interface LearnerEngine extends Engine {
  /** The prompt it waits on; null when every question so far had its move. */
  open(): Prompt | null;
}

/**
 * Puts a learner in the engine's place. The agent around it stays what it is: its prompt, its tools, its rules. The same question
 * of the same turn gets the same move again, so that a crash in the middle asks nobody twice.
 */
export function learnerEngine(moves: readonly Move[]): LearnerEngine {
  const made = new Map<string, Move>();
  let open: Prompt | null = null;
  return {
    id: 'learner',
    name: 'A learner',
    model: 'learner-1',
    open: () => open,
    generate({ prompt, seed }) {
      // The seed follows from what the turn is about.
      const key = canonicalJson([seed, prompt.exchanges]);
      const move = made.get(key) ?? moves[made.size];
      if (!move) {
        open = prompt;
        return new Promise(() => undefined);
      }
      made.set(key, move);
      return Promise.resolve(sayMove(move));
    },
  };
}
