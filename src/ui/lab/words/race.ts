import type { LessonWords } from './LessonWords';

/** Its words: lessons.ts says where it stands. */
export const race: LessonWords = {
  title: 'The race for the last mug',
  minutes: 5,
  story:
    'One mug is left. Ben orders it in the shop, where support sells. Ten milliseconds later Chloe orders it under a post, where marketing sells. No message is lost, nobody is slow.',
  question: 'How many customers are promised the mug where agents tell each other things?',
  options: ['One: the second is told that it is sold out.', 'Two.', 'None: both have to wait.'],
  right: 1,
  reveal:
    'Both sellers looked at their own copy, and both copies said "one left". Both were right about what they knew. The messages that would have told them were still on their way. On the shared side both orders arrive at the one service that owns the stock. It decides them one after the other: the second waits.',
  fix: 'Give every kind of truth one owner. Who wants to change it asks; the owner decides in order. An answer rests on a position in the log and does not count when something moved since.',
  pointers: [
    { says: 'The one who reserves', path: 'src/services/inventoryService/reserveStock.ts' },
    { says: 'An answer is committed only if nothing came in between', path: 'src/services/startServices.ts' },
    { says: 'Sell the last one twice in the real shop: Break it', href: '#/shop' },
  ],
  turn: 'Chloe comes last, at 1,010 ms: let her come later and later. From when on is the telling side right? Then make the network slower.',
  teacher:
    'Expected: "two". Somebody will propose faster messages. Let them try: the gap gets smaller and never closes.',
};
