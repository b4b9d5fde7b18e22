import { moneyIn } from '../../../kernel';
import type { OrderRow } from '../../toolResults';
import type { SupportAct } from '../decision';
import { isLongAgo, isNotThere, isSentBack } from '../reading/claims';
import type { Reading, Want } from '../reading/Reading';
import type { AskOutcome, Situation } from '../situation';
import * as say from '../writing/wording';
import { answerFromRules, answerOfOwn, answerProduct } from './answerQuestion';
import type { Found } from './lookUp';
import { isUnsent, planCancellation } from './planCancellation';
import type { Planning } from './Planning';
import { planAddress } from './planAddress';
import { isAboutPayment, planPayment } from './planPayment';
import { planRefund } from './planRefund';
import { planReturn } from './planReturn';
import { planVariants } from './planVariants';
import { spokenOf, whichOrders } from './whichOrders';

/** What to ask for and what to say, want by want. */
export interface Plan {
  readonly acts: readonly SupportAct[];
  readonly sentences: readonly say.Sentence[];
  /** Why a person is needed, if one is. */
  readonly handOver: string | null;
  readonly orders: readonly string[];
  readonly products: readonly string[];
  titleOf(sku: string): string;
}

interface PlanInput {
  readonly wants: readonly Want[];
  readonly reading: Reading;
  readonly found: Found;
  readonly situation: Situation;
  readonly settled: readonly AskOutcome[];
}

const replacement =
  /\b(?:replace\w*|send (?:me )?(?:a |another |the )?(?:new|correct|right|other|missing)|new one|another one|missing (?:one|part|piece)s? (?:be )?sent)\b/i;
const noReplacement =
  /(?:\b(?:no|not|without|instead of|rather than)\b|n't)(?: \w+){0,4} (?:replace\w*|(?:a |the )?new one|another)/i;

/** Decides by the shop's rules what is due. The services decide again, on the truth of the moment. */
export function planFor({ wants, reading, found, situation, settled }: PlanInput): Plan {
  const titles = new Map(situation.products.map((product) => [product.sku as string, product.title]));
  const sentences = new Map<string, say.Sentence>();
  const reasons: string[] = [];
  const planning: Planning = {
    reading,
    found,
    situation,
    settled,
    acts: [],
    orders: new Set(),
    products: new Set(),
    titleOf: (sku) => titles.get(sku) ?? sku,
    money: moneyIn(situation.case.currency),
    tell: (sentence) => void sentences.set(sentence.text, sentence),
    handOver: (because) => void reasons.push(because),
    isOver: (order, sku) =>
      settled.some(
        (one) =>
          one.orderId === order.orderId &&
          (sku === null || one.items.some((item) => item.sku === sku)) &&
          one.result !== 'outrun',
      ),
  };
  const hasRemedy = wants.some(
    (want) => ['refund', 'return', 'exchange', 'cancel_order'].includes(want.intent) && want.mode === 'request',
  );
  for (const want of wants) {
    if (want.intent === 'damaged_or_wrong' && hasRemedy) continue;
    planWant(want, planning);
  }
  for (const want of reading.besides) for (const { orderId } of spokenOf(want, planning)) planning.orders.add(orderId);
  return {
    acts: planning.acts,
    sentences: [...sentences.values()],
    handOver: reasons[0] ?? null,
    orders: [...planning.orders],
    products: [...planning.products],
    titleOf: planning.titleOf,
  };
}

function planWant(want: Want, planning: Planning): void {
  const { situation, reading, handOver, tell, found } = planning;
  const perOrder = (plan: (order: OrderRow) => void) => {
    for (const order of whichOrders(want, planning)) {
      planning.orders.add(order.orderId);
      if (order.status === 'cancelled') tell(say.sayStatus(order));
      else plan(order);
    }
  };
  const isGeneral = want.mode === 'question' && want.orders.length === 0;
  const asksSomething = isGeneral || (want.orders.length === 0 && want.text.includes('?'));
  const own = asksSomething ? answerOfOwn(want, planning) : null;
  if (own !== null) return tell(say.sayPlain(own));
  if (want.mode === 'guess')
    return perOrder((order) =>
      tell(isUnsent(order) ? say.sayStatusAndAsk(order) : say.sayShallWe(want.intent, order.orderId)),
    );
  switch (want.intent) {
    case 'cancel_order':
      if (isGeneral && !/\bmy order\b/i.test(want.text)) return askedOf(want, planning);
      return perOrder((order) => {
        if (want.mode === 'request') planCancellation(order, want, planning);
        else if (isUnsent(order)) tell(say.sayCanCancel(order));
        else tell(say.sayTooLateToCancel(order));
      });
    case 'refund':
    case 'return':
      if (want.mode === 'question') {
        if (!asksForStatus(want)) return askedOf(want, planning);
        return isGeneral && spokenOf(want, planning).length === 0
          ? handOver('It asks what became of a refund.')
          : refundStatus(want, planning);
      }
      if (isLongAgo(reading.text) && want.reason !== 'damaged')
        return perOrder((order) => handOver(`The customer says that order ${order.orderId} was long ago.`));
      // Whether the goods are here a person has to look.
      if (isSentBack(want.text))
        return perOrder((order) =>
          handOver(`The customer says that goods of order ${order.orderId} are back already.`),
        );
      return perOrder((order) => (want.intent === 'return' ? planReturn : planRefund)(order, want, planning));
    case 'damaged_or_wrong':
      if (!situation.case.known) return tell(say.sayNoOrders());
      if (replacement.test(reading.text) && !noReplacement.test(reading.text)) {
        perOrder(() => undefined);
        return handOver('It asks for a replacement, which only a person can send.');
      }
      return perOrder((order) =>
        isUnsent(order) ? tell(say.sayStatus(order)) : tell(say.sayWhichRemedy(order.orderId)),
      );
    case 'order_status':
      return perOrder((order) =>
        order.status === 'delivered' && isNotThere(reading.text)
          ? handOver(`Order ${order.orderId} is said to be delivered, and the customer has not got it.`)
          : tell(say.sayStatus(order)),
      );
    case 'product_question':
      return answerProduct(want, planning);
    case 'exchange':
    case 'modify_order':
      if (want.mode === 'question') return askedOf(want, planning);
      return perOrder((order) =>
        (want.intent === 'modify_order' && isAboutPayment(want) ? planPayment : planVariants)(order, want, planning),
      );
    case 'change_address':
      if (want.mode === 'question') return askedOf(want, planning);
      if (isOfProfile(want))
        return personOnly(want, planning, 'It asks for another address in the customer’s profile.');
      if (isForLater(want) && !found.own.some(isUnsent))
        return personOnly(want, planning, 'It gives another address for what is ordered later.');
      return perOrder((order) => planAddress(order, want, planning));
    case 'invoice_payment':
      if (
        /\b(?:accept|which payment|payment methods?|pay (?:with|by|later|via|in))\b/i.test(want.text) &&
        want.orders.length === 0 &&
        !/\b(?:error|problem|fail\w*|declin\w*|refus\w*|(?:can't|cannot|could not|couldn't)|tr(?:y|ied|ying))\b/i.test(
          want.text,
        )
      )
        return askedOf(want, planning);
      return personOnly(want, planning, 'It is about an invoice or a payment.');
    case 'account':
      return personOnly(want, planning, 'It is about an account.');
    case 'complaint':
      return personOnly(want, planning, 'It is a complaint.');
    case 'other':
  }
}

function personOnly(want: Want, planning: Planning, because: string): void {
  for (const order of spokenOf(want, planning)) planning.orders.add(order.orderId);
  planning.handOver(because);
}

/** A question about the shop's ways, asked of something that was ordered. */
function askedOf(want: Want, planning: Planning): void {
  for (const order of spokenOf(want, planning)) planning.orders.add(order.orderId);
  answerFromRules(want, planning);
}

const isOfProfile = (want: Want) =>
  want.orders.length === 0 &&
  !/\b(?:orders?|ordered|parcel|package)\b/i.test(want.text) &&
  /\b(?:default|profile|account|on file|saved|records?)\b/i.test(want.text);

const isForLater = (want: Want) =>
  want.orders.length === 0 &&
  !/\b(?:order|parcel|package|it|this|that|these)\b/i.test(want.text.replace(/\bthat'?s\b/gi, ''));

const asksForStatus = (want: Want) =>
  /\b(?:where|when|status|still|yet|arriv\w*|received|processed|waiting|sign|zero|missing|promised|what about|happen\w*|less|part)\b/i.test(
    want.text,
  ) && /\b(?:my|the) (?:refund|money|reimbursement)|refund(?:ed)?\b|sent (?:it |them )?back|returned/i.test(want.text);

/** What became of money that was to go back: what was refunded is said; what was not, a person has to look into. */
function refundStatus(want: Want, planning: Planning): void {
  for (const order of whichOrders(want, planning)) {
    planning.orders.add(order.orderId);
    const refunded = order.lines.filter((line) => line.refundedQty > 0);
    if (order.status === 'cancelled') planning.tell(say.sayStatus(order));
    else if (refunded.length === 0)
      planning.handOver(`It asks about a refund for order ${order.orderId}, of which none was made.`);
    else
      planning.tell(
        say.sayAlreadyRefunded(
          order.orderId,
          refunded.map((line) => planning.titleOf(line.sku)),
        ),
      );
  }
}
