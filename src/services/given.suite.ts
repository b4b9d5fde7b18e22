import { expect } from 'vitest';
import { answerTypes, contractOf, parseDraft, type Draft, type EventOf } from '../contracts';
import type { FactType, ProposalType, WorldEvent } from '../contracts';
import { answer } from './answer';
import type { Service } from './Service';

/** What came of it, to be compared with what should. */
export interface Outcome {
  /** Just these facts, in this order. For a proposal, the first is its answer. */
  then(...facts: readonly EventOf<FactType>[]): void;
  thenNothing(): void;
  /** Refused by this rule, in words that match. */
  thenRefused(rule: string, words?: RegExp): void;
}

/** A spec of a service: given this history, when this happens, then that follows. */
export function given<State>(service: Service<State>, history: readonly WorldEvent[]) {
  return {
    when(happens: EventOf<ProposalType> | EventOf<FactType>): Outcome {
      const all = [...history, happens].map((event, i) => ({ ...event, position: i + 1 }));
      const state = all.reduce((folded, event) => service.evolve(folded, event), service.open());
      const facts = answer(service, state, all.at(-1)!).map(parseDraft);
      const answers = facts.filter((fact) => fact.answers === happens.id).map(({ type }) => type);
      if (happens.kind === 'proposal')
        expect(answerTypes(happens.type as ProposalType)).toEqual(expect.arrayContaining(answers));
      return outcome(happens, facts);
    },
  };
}

function outcome(happens: WorldEvent, facts: readonly Draft[]): Outcome {
  return {
    then: (...expected) => expect(facts.map(bare)).toEqual(expected.map(bare)),
    thenNothing: () => expect(facts).toEqual([]),
    thenRefused(rule, words = /./) {
      expect(facts).toHaveLength(1);
      expect(facts[0]).toMatchObject({ type: contractOf(happens.type).answeredBy?.refused, data: { rule } });
      const { because } = facts[0]?.data as { because: string };
      expect(because).toMatch(words);
      expect(because).not.toMatch(/undefined|NaN|object/);
    },
  };
}

const bare = ({ type, data }: { readonly type: string; readonly data: unknown }) => ({ type, data });
