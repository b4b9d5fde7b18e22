import type { Claim } from '../../../contracts';
import type { OrderRow } from '../../toolResults';
import type { Variant } from '../slots/wantedVariant';

/** A sentence for the customer, what it claims as true, and whether it answers, asks something back, or says no. */
export interface Sentence {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly kind: 'answer' | 'question' | 'refusal';
}

export const answer = (text: string, claims: readonly Claim[] = []): Sentence => ({ text, claims, kind: 'answer' });
const question = (text: string): Sentence => ({ text, claims: [], kind: 'question' });
export const refusal = (text: string, claims: readonly Claim[] = []): Sentence => ({ text, claims, kind: 'refusal' });
const list = (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' or $1');

/** Where an order stands. */
export function sayStatus({ orderId, status, deliveredAt }: OrderRow): Sentence {
  const words = {
    placed: 'is placed; we are setting its items aside',
    confirmed: 'is confirmed and will be sent soon',
    backordered: 'waits for an item that is out of stock; we send it as soon as goods come in',
    shipped: 'is on its way to you',
    delivered: `was delivered${deliveredAt === null ? '' : ` on ${new Date(deliveredAt).toISOString().slice(0, 10)}`}`,
    cancelled: 'is cancelled',
  }[status];
  return answer(`Your order ${orderId} ${words}.`, [{ says: 'order-status', orderId, status }]);
}

/** Where it stands, and that it is too late to cancel. */
export function sayTooLateToCancel(order: OrderRow): Sentence {
  const { text, claims } = sayStatus(order);
  return refusal(
    `${text} It can no longer be cancelled, but you can return what you do not want within 30 days of delivery.`,
    claims,
  );
}
/** What could be done, for somebody who only asks. */
export const sayCanCancel = ({ orderId }: OrderRow) =>
  answer(
    `Order ${orderId} has not been sent yet, so it can still be cancelled as a whole, and all that was paid would go back. We have done nothing; write to us if you want it cancelled.`,
  );
/** The same words whether the order does not exist or is somebody else's. */
export const sayNotFound = (order: string) =>
  refusal(
    `We cannot find an order ${order} under this address. Please check the number, and write from the address you ordered with.`,
  );
export const sayDidYouMean = (written: string, order: string) =>
  question(`We cannot find an order ${written} under this address. Did you mean order ${order}?`);
export const sayNoOrders = () =>
  refusal(
    'We cannot find an order under this address. Please write from the address you ordered with and tell us the order number.',
  );
export const sayWhichOrder = (orders: readonly OrderRow[]) =>
  question(`Which of your orders do you mean: ${list(orders.map((order) => order.orderId))}?`);
export const sayWhichItem = (order: string, titles: readonly string[]) =>
  question(`Which item of order ${order} do you mean: ${list([...new Set(titles)])}?`);
export const sayWhichRemedy = (order: string) =>
  question(
    `We are sorry about what happened with order ${order}. Would you like your money back, or should a colleague look into a replacement?`,
  );
const offers: Readonly<Record<string, string>> = {
  refund: 'Would you like your money back for something of it',
  return: 'Would you like to send something of it back',
  exchange: 'Would you like another variant of something of it',
};
/** For somebody whose words only sound like it. */
export const sayShallWe = (intent: string, order: string) =>
  question(`You write about order ${order}. ${offers[intent] ?? 'Is there something that we should do'}, and of what?`);
/** The same of an order that was not sent yet: whatever it is, it could be cancelled. */
export function sayStatusAndAsk(order: OrderRow): Sentence {
  const { text, claims } = sayStatus(order);
  return { text: `${text} Shall we cancel it, or change something about it?`, claims, kind: 'question' };
}
export const sayCancelInstead = (order: string) =>
  question(`Order ${order} has not been sent yet, so nothing has to come back. Shall we cancel it as a whole?`);
export const sayStillComing = (order: OrderRow): Sentence => {
  const { text, claims } = sayStatus(order);
  return refusal(
    `${text} Money goes back once a parcel has arrived and is returned. If you think that it is lost, write again and a colleague will look for it.`,
    claims,
  );
};
/** Too late for the courier to be told another address. */
export const sayTooLateToRedirect = (order: OrderRow): Sentence => {
  const { text, claims } = sayStatus(order);
  return refusal(`${text} Its address can no longer be changed.`, claims);
};
export const sayTooLateToPay = (order: OrderRow): Sentence => {
  const { text, claims } = sayStatus(order);
  return refusal(`${text} What it is paid with can no longer be changed.`, claims);
};
export const sayStillOnItsWay = (order: OrderRow): Sentence => {
  const { text, claims } = sayStatus(order);
  return refusal(`${text} It can no longer be changed; once it has arrived, we can exchange it.`, claims);
};
export const sayWholeAddress = (order: string) =>
  question(
    `To which address should order ${order} go? Please write all of it: name, street and number, postcode, town and country.`,
  );
export const sayWhichMethod = (labels: readonly string[]) =>
  question(
    labels.length > 0
      ? `Which payment method do you mean: ${list(labels)}?`
      : 'We know no payment method of yours by that name. Which one do you mean?',
  );
/** Asks for the variant, and says which there are. */
export function sayWhichVariant(title: string, why: string, sisters: readonly Variant[]): Sentence {
  const options = [...new Set(sisters.flatMap((one) => Object.keys(one.options)))].map(
    (option) =>
      `${option}: ${[...new Set(sisters.flatMap((one) => one.options[option] ?? []))].slice(0, 12).join(', ')}`,
  );
  const first =
    why === 'no-such'
      ? `We do not have ${title} in that combination.`
      : `Which variant would you like in place of ${title}?`;
  return question(`${first} We have ${options.join('; ')}.`.slice(0, 900));
}
export const sayWhatDoYouNeed = () =>
  question(
    'Thank you for writing. We are not sure what we can do for you: please tell us in a sentence or two, with the order number if it is about an order.',
  );
export const sayAlreadyRefunded = (order: string, titles: readonly string[]) =>
  refusal(`${titles.join(', ')} from order ${order} ${titles.length > 1 ? 'were' : 'was'} already refunded.`);
export const sayCancelOnlyWhole = (order: string) =>
  question(`Order ${order} has not been sent yet. We can cancel it as a whole; tell us if you want that.`);
export const sayPlain = answer;
