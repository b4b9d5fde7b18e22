import type { LessonWords } from './LessonWords';

/** Its words: lessons.ts says where it stands. */
export const crash: LessonWords = {
  title: 'Crash and resume',
  minutes: 5,
  story:
    'Elif’s mug came broken. Support pays her €14.50 back, and its thread dies before it has saved that it did. A moment later it begins again, and the mail is still unread.',
  question: 'How much money does Elif get where agents keep their own notebooks?',
  options: ['€14.50', '€29.00', 'Nothing'],
  right: 1,
  reveal:
    'Paying and noting that one paid are two moments. Whoever dies between them does it again or never. On the shared side the agent pays nobody: it proposes. What it decided, its proposals and its place in the log are saved together or not at all, under ids that follow from the letter. The second try is the same try.',
  fix: 'Make decision, proposal and checkpoint one transaction, and derive their ids from what caused them. Then doing it twice is doing it once.',
  pointers: [
    { says: 'A turn settles in one transaction', path: 'src/agents/takeTurn.ts' },
    { says: 'Ids that follow from the cause', path: 'src/kernel/ids.ts' },
    { says: 'Every step at which it can die, tried', path: 'tests/article/killedAtEveryStep.test.ts' },
    { says: 'Terminate an agent in the real shop: Break it', href: '#/shop' },
  ],
  turn: 'Crash support at other moments, with the button. When is nothing paid twice, and what is lost then?',
  teacher:
    'Expected: €29.00. "Save first, then pay" will be proposed: then a crash in between pays never. There is no order of two steps that is safe.',
};
