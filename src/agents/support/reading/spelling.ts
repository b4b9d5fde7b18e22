// Words that decide what a mail is about, and how customers misspell them. Only these are mended, and never into another one of them.
const words = (
  'refund refunded refunds return returned returning returns exchange exchanged cancel cancelled cancellation canceled order orders ordered ' +
  'address delivery delivered deliver deliveries shipping shipped shipment broken damaged defective received receive receipt invoice payment ' +
  'charged tracking arrived arrive package parcel wrong missing replace replacement account password change changed complaint available ' +
  'disappointed unacceptable address unfortunately please still waiting money stock status product item color colour warranty unsubscribe ' +
  'different instead size mistake'
).split(' ');
const known = new Set(words);
// Right as they stand, though one letter from a word above.
const leave = new Set(
  (
    'chance orange range change charge charges charger returner border older elder odder order receiver deceive relieve recline reform ' +
    'returns refuse refused refined refunder exchanger shopping chipped whipped slipped skipped tripped dripped stripped flipped clipped ' +
    'shipper sipped broke broker token stolen spoken woken monkey honey stick stuck shock sticks item items times site side sized seize ' +
    'prize rice wring wrung prong strong throng parch patrol racket packet packed packages pack replica replied arrive arrived derive ' +
    'driven drive driver track trucking cracking tacking stacking canal canyon candle angel counsel council pencil casual ' +
    'liver livery lived clever lever mission missed mixing kissing hissing amount account discount accounts recount stats statue ' +
    'color colon dollar parts party panel parent wanting wasting writing waiting biting baiting till stall stills skill spill ' +
    'address dressed addressed produce products produced producer charger charging chargers received receives dress access ' +
    'deliver delivers delivering boiled moneys mine mines items'
  ).split(' '),
);

const shorthand: Readonly<Record<string, string>> = {
  pls: 'please',
  plz: 'please',
  plse: 'please',
  u: 'you',
  ur: 'your',
  r: 'are',
  thx: 'thanks',
  tnx: 'thanks',
  wanna: 'want to',
  gonna: 'going to',
  gimme: 'give me',
  dont: "don't",
  doesnt: "doesn't",
  didnt: "didn't",
  cant: "can't",
  cannot: "can't",
  wont: "won't",
  isnt: "isn't",
  hasnt: "hasn't",
  havent: "haven't",
  wasnt: "wasn't",
  wheres: "where's",
  whats: "what's",
  im: "i'm",
  ive: "i've",
  adress: 'address',
  addres: 'address',
  adresse: 'address',
  recieve: 'receive',
  recieved: 'received',
  recived: 'received',
  cancle: 'cancel',
  cancled: 'cancelled',
  cancell: 'cancel',
  brocken: 'broken',
  exchnage: 'exchange',
  exhange: 'exchange',
  reciept: 'receipt',
  parcle: 'parcel',
  pakage: 'package',
  pacakge: 'package',
  delivry: 'delivery',
  delievered: 'delivered',
  delivrd: 'delivered',
  oder: 'order',
  odrer: 'order',
  ordr: 'order',
  shiped: 'shipped',
  refnd: 'refund',
  retrun: 'return',
  trackin: 'tracking',
  wrnog: 'wrong',
};

/** A text with the misspellings of the words that matter mended, and the shorthand of chats written out. */
export function mendSpelling(text: string): string {
  return text.replace(/[A-Za-z']{1,24}/g, (word) => {
    const lower = word.toLowerCase();
    if (Object.hasOwn(shorthand, lower)) return shorthand[lower]!;
    if (lower.length < 5 || known.has(lower) || leave.has(lower) || lower.includes("'")) return word;
    return nearest(lower) ?? word;
  });
}

const memo = new Map<string, string | null>();

function nearest(word: string): string | null {
  const before = memo.get(word);
  if (before !== undefined) return before;
  const found = words.find((one) => one[0] === word[0] && one.length >= 5 && isOneSlip(word, one)) ?? null;
  // A plural or a past form is a word of its own, not a slip.
  const mended = found && (word === `${found}s` || word === `${found}d` || found === `${word}s`) ? null : found;
  if (memo.size > 20_000) memo.clear();
  memo.set(word, mended);
  return mended;
}

/** One letter too many, too few, wrong, or two in the wrong order. */
export function isOneSlip(one: string, two: string): boolean {
  if (Math.abs(one.length - two.length) > 1 || one === two) return false;
  let head = 0;
  while (head < one.length && one[head] === two[head]) head += 1;
  const [a, b] = [one.slice(head), two.slice(head)];
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
