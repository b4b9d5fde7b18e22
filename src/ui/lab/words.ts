import type { PlayedLesson } from '../../lab';

/** The lessons in their order; `told` is about what a model is shown and has no schedule. */
export const lessonIds = ['lost', 'race', 'promotion', 'bug', 'crash', 'twice', 'told'] as const satisfies readonly (
  PlayedLesson | 'told'
)[];
export type LessonId = (typeof lessonIds)[number];

/** The stages of a lesson. */
export const stages = ['bet', 'run', 'reveal', 'fix', 'sandbox'] as const;
export type Stage = (typeof stages)[number];

export const stageWords: Readonly<Record<Stage, string>> = {
  bet: 'Bet',
  run: 'Run',
  reveal: 'Reveal',
  fix: 'Fix',
  sandbox: 'Your turn',
};

/** Why nothing can be run yet. */
export const betFirst = 'Choose what you expect first.';

/** A place to go on from: in the app (an address) or in the code (a path). */
export type Pointer =
  { readonly says: string; readonly href: string } | { readonly says: string; readonly path: string };

/** Everything a lesson says. All of it is here, so that it can be said in another language. */
export interface LessonWords {
  readonly title: string;
  readonly minutes: number;
  readonly story: string;
  readonly question: string;
  readonly options: readonly [string, string, string];
  /** Which option is right: 0, 1 or 2. */
  readonly right: number;
  readonly reveal: string;
  readonly fix: string;
  readonly pointers: readonly Pointer[];
  readonly turn: string;
  readonly teacher: string;
}

export const lessonWords: Readonly<Record<LessonId, LessonWords>> = {
  lost: {
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
    turn: 'Let the messages through again (restart, then nothing by hand), or lose ten times as many on the shared side. What does it cost there?',
    teacher:
      'Expected: most bet on the first answer. Ask who in the room would have noticed, and when. The point is not that networks are bad, but that support cannot know what inventory knows.',
  },
  race: {
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
    turn: 'Make Chloe come later and later: from when on is the telling side right? Then make the network slower.',
    teacher:
      'Expected: "two". Somebody will propose faster messages. Let them try: the gap gets smaller and never closes.',
  },
  promotion: {
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
  },
  bug: {
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
  },
  crash: {
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
  },
  twice: {
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
  },
  told: {
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
    turn: 'Compare the three lists below. Which text would you leave out first?',
    teacher:
      'Expected: the second. Ask what Amara’s reply could give away, and whether a sentence in the prompt ("do not mention others") would be enough.',
  },
};

/** The article's takeaways, where they live in the app and in the code. */
export const takeaways: readonly {
  readonly says: string;
  readonly lesson: LessonId;
  readonly pointers: readonly Pointer[];
}[] = [
  {
    says: 'Embrace events: the truth is a series of facts that are never changed.',
    lesson: 'lost',
    pointers: [
      { says: 'The log', href: '#/log' },
      { says: 'How a commit is sealed', path: 'src/log/sealCommit.ts' },
    ],
  },
  {
    says: 'Define clear state ownership: one owner for each kind of truth.',
    lesson: 'race',
    pointers: [
      { says: 'Orders and stock', href: '#/shop' },
      { says: 'Who answers what', path: 'docs/events.md' },
    ],
  },
  {
    says: 'Agents observe and propose; they do not change the world themselves.',
    lesson: 'promotion',
    pointers: [
      { says: 'Each agent’s decisions', href: '#/agents/marketing' },
      { says: 'The only way out of an agent', path: 'src/app/world/agentDesk.ts' },
    ],
  },
  {
    says: 'Manage context with retrieval: a small, relevant part, of the right customer.',
    lesson: 'told',
    pointers: [
      { says: 'What support was shown', href: '#/agents/support' },
      { says: 'Filter first, then rank', path: 'src/knowledge/openKnowledge.ts' },
    ],
  },
  {
    says: 'Think transactions, not just conversations.',
    lesson: 'crash',
    pointers: [
      { says: 'Break it, at a named step', href: '#/shop' },
      { says: 'A turn from trigger to settlement', path: 'src/agents/takeTurn.ts' },
    ],
  },
  {
    says: 'Be able to say why: every event names its cause.',
    lesson: 'bug',
    pointers: [
      { says: 'Choose an event, then Why', href: '#/log' },
      { says: 'Follow a mail through the code', path: 'docs/follow-a-mail.md' },
    ],
  },
  {
    says: 'Start simple, and be ready to restructure: views and memories are rebuilt from the log.',
    lesson: 'twice',
    pointers: [
      { says: 'Verify the log', href: '#/data' },
      { says: 'A view is a fold', path: 'src/projections/orders.ts' },
    ],
  },
];
