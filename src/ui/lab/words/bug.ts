import type { LessonWords } from './LessonWords';

/** Its words: lessons.ts says where it stands. */
export const bug: LessonWords = {
  title: 'Find the bug',
  minutes: 8,
  story:
    'A busy stretch of two minutes with a bad network: 15 % of all messages are lost. In the end Amara writes: where is my order 1002?',
  question: 'Nobody sent it. How many lines of notebooks may you have to read to say why?',
  options: ['About ten.', 'About thirty.', 'About a hundred.'],
  right: 2,
  reveal:
    'On the telling side three notebooks stand side by side, and no line names the one it follows from. Somewhere in them marketing wrote that inventory never confirmed. On the shared side each event names its cause: choose an event below and follow it back.',
  fix: 'Let every event name what it follows from. Then "why" is a walk along a chain, not a search.',
  pointers: [
    { says: 'Every event carries its cause and its story', path: 'src/contracts/event.ts' },
    { says: 'Why, in the real log: choose an event, then Why', href: '#/log' },
  ],
  turn: 'Look for 1002 on both sides with the filter. Then try another seed.',
  teacher:
    'Give the class two minutes with the left list and no filter; then the filter; then the right side. Expected answer: marketing sold it under a post and told inventory twice, in vain.',
};
