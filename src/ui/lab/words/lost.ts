import type { LessonWords } from './LessonWords';

/** Its words: lessons.ts says where it stands. */
export const lost: LessonWords = {
  title: 'The lost message',
  minutes: 5,
  story:
    'Amara cancels her order for a €14.50 mug. Support pays her back and tells inventory. The message is lost. Nobody confirms, so support tells it once more. That is lost, too.',
  question: 'Ten seconds later the carrier stands at the door. What happens where agents tell each other things?',
  options: [
    'Nothing: the order is cancelled.',
    'The mug is sent, although it was paid back.',
    'Inventory notices that something is missing and asks.',
  ],
  right: 1,
  reveal:
    'Support did everything right, by its own notebook. Inventory did, too, by its own. Between them a mug and its price are gone. On the shared side a message was lost as well, the one that hands in the proposal; it was handed in again until somebody took it. And news that is lost only makes a reader late: the log is still there to be read.',
  fix: 'Do not make the truth travel. Write it down once, and let everybody read it. A reader keeps its place and asks for what comes after; it cannot miss what was said while it was out.',
  pointers: [
    { says: 'A reader goes on from its checkpoint', path: 'src/bus/subscribe.ts' },
    { says: 'Handed in until it is taken, taken once', path: 'src/lab/shared/farDesk.ts' },
    { says: 'Lose the next messages in the real shop: Break it', href: '#/shop' },
  ],
  turn: 'Let the messages through again (“Undo all by hand”), or lose ten times as many with the slider. What does that cost on the shared side?',
  teacher:
    'Expected: most bet on the first answer. Ask who in the room would have noticed, and when. The point is not that networks are bad, but that support cannot know what inventory knows.',
};
