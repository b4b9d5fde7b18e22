import type { OrderRow } from '../../toolResults';
import { keptIn, withoutKept } from '../reading/keeping';
import { matchOrder, numbersIn } from '../reading/orderNumbers';
import type { Intent } from '../reading/intents';
import type { Want } from '../reading/Reading';
import * as say from '../writing/wording';
import { namedBy } from './namedBy';
import { left, textsOf } from './pickLines';
import type { Planning } from './Planning';

const unsent = ['placed', 'confirmed', 'backordered'];
const sent = ['shipped', 'delivered'];

/** In which states an order can be meant by somebody who names none. */
const fitting: Readonly<Partial<Record<Intent, readonly string[]>>> = {
  cancel_order: unsent,
  modify_order: unsent,
  change_address: unsent,
  order_status: [...unsent, 'shipped'],
  return: sent,
  exchange: sent,
  damaged_or_wrong: sent,
};

/** The orders a want is about: named, or the only one that fits. Says so when there is none, or more than one. */
export function whichOrders(want: Want, planning: Planning): readonly OrderRow[] {
  const { situation, found, reading, settled, titleOf, tell } = planning;
  if (!situation.case.known) return tell(say.sayNoOrders()) ?? [];
  if (want.orders.length) {
    return want.orders.flatMap((number) => {
      const near = found.near.get(number);
      const order = found.orders.get(number);
      if (order) return order;
      if (!near) return tell(say.sayNotFound(number)) ?? [];
      // A slip of the finger, and what it names is in that order: there is nothing to ask.
      return speakingOf(reading.text, [near], [near], titleOf) ?? tell(say.sayDidYouMean(number, near.orderId)) ?? [];
    });
  }
  const here = writtenAs(numbersIn(want.text).bare, found.own);
  if (here.length) return here;
  const anywhere = writtenAs(reading.bareNumbers, found.own);
  // Two numbers somewhere in the mail do not say which of them this is about.
  if (anywhere.length === 1 || (anywhere.length > 1 && want.intent === 'order_status')) return anywhere;
  if (anywhere.length > 1) return tell(say.sayWhichOrder(anywhere)) ?? [];
  const outrun = found.own.filter((order) => settled.some((one) => one.orderId === order.orderId));
  if (outrun.length && want.intent !== 'order_status') return outrun;

  const states = [
    ...(fitting[want.intent] ?? [...unsent, ...sent]),
    ...(want.intent === 'order_status' && /\bdelivered\b/i.test(want.text) ? ['delivered'] : []),
  ];
  const isMoney = ['refund', 'return', 'damaged_or_wrong'].includes(want.intent);
  const open = found.own.filter(
    (order) => states.includes(order.status) && (!isMoney || order.lines.some((line) => left(line) > 0)),
  );
  // What is to come back is with the customer, if anything of it is.
  const arrived = isMoney || want.intent === 'exchange' ? open.filter(({ status }) => status === 'delivered') : [];
  const speaking = firstOf(textsOf(want, planning), (text) => {
    const spoken = speakingOf(text, planning.found.own, open, titleOf, reading.text);
    return (spoken && arrived.length > 0 ? speakingOf(text, arrived, arrived, titleOf, reading.text) : null) ?? spoken;
  });
  const candidates = speaking.length ? speaking : open.length ? open : found.own.slice(-1);
  if (candidates.length === 0) return tell(say.sayNoOrders()) ?? [];
  // Money goes back for what somebody speaks of, not for whatever fits.
  const isVague = (isMoney || want.intent === 'exchange') && want.reason === 'other' && speaking.length === 0;
  if ((candidates.length === 1 && !isVague) || (want.intent === 'order_status' && candidates.length <= 5))
    return candidates;
  // There is no other: it is understood, though nothing is done before it is said what is meant.
  if (candidates.length === 1) planning.orders.add(candidates[0]!.orderId);
  return tell(say.sayWhichOrder(candidates.slice(-10))) ?? [];
}

/** No letter that is to be understood speaks of more orders than this by what is in them. */
const mostSpoken = 3;

/**
 * The orders a letter speaks of, by number, by what is in them, or, where it is about an order at all, because there is no other: to be understood,
 * not to be acted on.
 */
export function spokenOf(want: Want, { found, reading, titleOf }: Planning): readonly OrderRow[] {
  const named = want.orders.flatMap((number) => found.orders.get(number) ?? found.near.get(number) ?? []);
  if (named.length > 0) return named;
  const written = writtenAs(reading.bareNumbers, found.own);
  if (written.length > 0) return written;
  const spoken =
    speakingOf(want.text, found.own, found.own, titleOf, reading.text) ??
    speakingOf(reading.text, found.own, found.own, titleOf);
  if (spoken) return spoken.length <= mostSpoken ? spoken : [];
  return found.own.length === 1 && want.intent !== 'complaint' ? found.own : [];
}

function firstOf<T>(texts: readonly string[], find: (text: string) => readonly T[] | null): readonly T[] {
  for (const text of texts) {
    const found = find(text);
    if (found) return found;
  }
  return [];
}

/** The orders that these numbers are, where the customer has such orders. */
function writtenAs(numbers: readonly string[], own: readonly OrderRow[]): OrderRow[] {
  const ids = own.map((order) => order.orderId);
  const written = new Set(numbers.map((number) => matchOrder(number, ids)));
  return own.filter((order) => written.has(order.orderId));
}

/**
 * The orders whose products a text names, those with the most of them; null when it names none. An order in which it cannot be done is
 * meant when only it has what is named: it is told why not, and nothing happens to another one.
 */
function speakingOf(
  text: string,
  own: readonly OrderRow[],
  fitting: readonly OrderRow[],
  titleOf: (sku: string) => string,
  whole = text,
): OrderRow[] | null {
  const all = own.flatMap((order) => order.lines.map((line) => ({ order, sku: line.sku })));
  const named = namedBy(
    withoutKept(text),
    all,
    ({ sku }) => titleOf(sku),
    ({ sku }) => sku,
    whole,
  );
  const count = (order: OrderRow) => named.filter((one) => one.order === order).length;
  const meant = own.filter((order) => count(order) > 0);
  const possible = meant.filter((order) => fitting.includes(order));
  const from = possible.length > 0 ? possible : meant;
  const most = Math.max(0, ...from.map(count));
  if (most === 0) return null;
  const likely = from.filter((order) => count(order) === most);
  // "The helmet from the same parcel is fine": what stays where it is tells the parcel all the same.
  const beside = namedBy(
    keptIn(text),
    all.filter(({ order }) => likely.includes(order)),
    ({ sku }) => titleOf(sku),
    ({ sku }) => sku,
  );
  const besideMost = Math.max(0, ...likely.map((order) => beside.filter((one) => one.order === order).length));
  return likely.filter((order) => beside.filter((one) => one.order === order).length === besideMost);
}
