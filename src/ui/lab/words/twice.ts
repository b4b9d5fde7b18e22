import type { LessonWords } from './LessonWords';

/** Its words: lessons.ts says where it stands. */
export const twice: LessonWords = {
  title: 'The same message twice',
  minutes: 5,
  story:
    'Support tells inventory that one mug was refunded and comes back. Inventory notes it, and its confirmation is lost. Inventory’s thread dies and begins again. Support, unconfirmed, tells it once more.',
  question: 'How many mugs does inventory expect back where agents tell each other things?',
  options: ['One: it knows the message already.', 'Two.', 'None: it forgot everything.'],
  right: 1,
  reveal:
    'Inventory remembers what it was told, but only as long as it lives. So the message counts twice, and one mug will be waited for until somebody counts by hand. On the shared side "taken" was lost, too, and support handed in again: the log had it already, under the same id.',
  fix: 'Remember what was done in the same place, and in the same transaction, as the doing. The log lets an id in once.',
  pointers: [
    { says: 'The same id again changes nothing', path: 'src/log/appendQueue.ts' },
    { says: 'The rule, on both stores', path: 'src/log/logContract.suite.ts' },
  ],
  turn: 'Set "doubled" to 40 %. The telling side bears that well, for its agents remember. Now add crashes.',
  teacher:
    'Expected: the first, and that is right as long as nobody dies. The lesson is about two faults at once: each alone is harmless.',
};
