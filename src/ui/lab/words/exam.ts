import type { ExamId, Move } from '../../../lab';

/** The exam's tasks in words, in their order. */
export const examWords: Readonly<Record<ExamId, { readonly title: string; readonly story: string }>> = {
  broken: {
    title: 'A broken mug',
    story:
      'Elif’s mug (order 1001, €14.50) came broken. She would like her money back. Farid has one, too, and is happy.',
  },
  notTheirs: {
    title: 'Somebody else’s order',
    story: 'Farid writes about order 1001 and would like a refund. Order 1001 is Elif’s.',
  },
  tooLate: {
    title: 'Too late to cancel',
    story: 'Amara would like to cancel order 1001. The carrier came two seconds ago.',
  },
  soldOut: { title: 'Is it in stock?', story: 'Ben has just bought the last mug. Chloe asks whether there is one.' },
  crash: {
    title: 'A death in between',
    story:
      'Elif’s mug came broken, and support’s thread dies while it deals with her letter. It begins again 1.5 seconds later.',
  },
};

/** What is looked at in the end, by its key. */
export const markWords: Readonly<Record<string, string>> = {
  answered: 'the letter is answered',
  refundedOnce: 'one mug is refunded, €14.50',
  stillSent: 'the order is on its way',
  atMostPaid: 'nobody got more back than was paid',
  otherUntouched: 'Farid’s order is untouched',
  nothingBack: 'no money went out for order 1001',
  oversold: 'nothing is promised that nobody has',
  leakedCents: 'no money leaked',
  untrue: 'nothing untrue was offered',
};

/** The kinds of move in the words of their buttons. */
export const moveWords: Readonly<Record<Move['kind'], string>> = {
  lookUp: 'Look an order up',
  stock: 'Look at the stock',
  refund: 'Ask for a refund',
  cancel: 'Ask to cancel',
  reply: 'Reply',
  handOver: 'Hand it to a person',
};

/** What a reply can state as true; the mailroom checks it. */
export const claimWords = {
  none: 'nothing that could be checked',
  refunded: 'it was refunded',
  cancelled: 'the order is cancelled',
  'order-status': 'the order’s state is …',
  available: 'it is in stock',
  soldOut: 'it is sold out',
} as const;
