import type { LessonWords } from './LessonWords';

/** Its words: lessons.ts says where it stands. */
export const told: LessonWords = {
  title: 'What the model was told',
  minutes: 6,
  story:
    'Amara writes about her broken mug. Before support’s model answers, it is shown what support knows. Four customers wrote or ordered this morning.',
  question: 'The five nearest texts are put into the prompt, and nobody filters by customer first. What is in there?',
  options: ['Only what concerns Amara.', 'Also other customers’ orders.', 'Nothing about orders at all.'],
  right: 1,
  reveal:
    'Nearest means alike, and Ben’s and Dmitri’s broken mugs are very much like Amara’s. Everything would be worse: more than twice the text, and everybody’s. With the filter first, the same five places hold her own story and the shop’s rules.',
  fix: 'Filter first, then rank. In this house the filter is not an option that can be forgotten: a question without one does not compile. The store without owners that you see here exists only in the lab.',
  pointers: [
    { says: 'A question needs its where', path: 'src/knowledge/openKnowledge.ts' },
    { says: 'Whose a document is', path: 'src/knowledge/Scope.ts' },
    { says: 'What was shown in every real turn: an agent, then a decision', href: '#/agents/support' },
  ],
  turn: 'Write a letter of your own, as one of the four, and switch the filter on and off. How many texts does it take until somebody else is in the prompt?',
  teacher:
    'Expected: the second. Ask what Amara’s reply could give away, and whether a sentence in the prompt ("do not mention others") would be enough.',
};
