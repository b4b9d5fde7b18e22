import type { LessonWords } from './LessonWords';

/** Its words: lessons.ts says where it stands. */
export const promotion: LessonWords = {
  title: 'A promotion for what is sold out',
  minutes: 4,
  story:
    'Dmitri buys the last two mugs in the shop. Sixty milliseconds later the shopkeeper starts a sale on mugs: 20 % off.',
  question: 'What does marketing put out where agents tell each other things?',
  options: [
    'Nothing: the mugs are gone.',
    'A post and a promotion for mugs that nobody can buy.',
    'A post, but no promotion.',
  ],
  right: 1,
  reveal:
    'Marketing acted on what it had last heard: two mugs. A moment later it hears better and takes the promotion down, but the post has been read. On the shared side marketing reads the level as of a position in the log, and the desk that lets posts out looks again.',
  fix: 'Let agents propose, and let somebody check against the truth before it becomes public. A proposal says what would make it stale.',
  pointers: [
    { says: 'What makes a proposal stale', path: 'src/contracts/marketing_events/PostDrafted.ts' },
    { says: 'The desk that lets posts out', path: 'src/services/marketingDesk/decidePost.ts' },
    { says: 'What must always hold, as lights', href: '#/shop' },
  ],
  turn: 'Slow marketing down (slow agent: marketing, 10 times). Does being slow help or hurt it here?',
  teacher:
    'Expected: the second. Slowness helps the telling side by luck: it hears the truth before it acts. Worth dwelling on: a system that is right when it is slow is not right.',
};
