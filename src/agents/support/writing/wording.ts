import type { Claim } from '../../contracts';
import { euros } from '../../kernel';
import type { OrderRow } from '../toolResults';
import type { AskOutcome } from './situation';

/** A sentence for the customer, and what it claims as true. */
export interface Sentence {
  readonly text: string;
  readonly claims: readonly Claim[];
}

const plain = (text: string): Sentence => ({ text, claims: [] });
const list = (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' or $1');

/** What came of something that was asked for: only what the answer says, and for a refusal the service's own words. */
export function sayOutcome(outcome: AskOutcome, title: string): Sentence {
  const { type, orderId, sku, qty, cents, result, because } = outcome;
  if (type === 'RefundRequested' && sku) {
    const what = `${qty} × ${title} from order ${orderId}`;
    if (result !== 'done') return plain(`We could not refund ${what}: ${because}.`);
    return {
      text: `We have refunded ${euros(cents)} for ${what}. Please send the item back to us; your money does not wait for the parcel.`,
      claims: [{ says: 'refunded', orderId, sku, qty, cents }],
    };
  }
  if (result !== 'done') return plain(`We could not cancel order ${orderId}: ${because}.`);
  const paidBack = cents > 0 ? ` ${euros(cents)} goes back to you.` : '';
  return { text: `Order ${orderId} is cancelled.${paidBack}`, claims: [{ says: 'cancelled', orderId }] };
}

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
  return { text: `Your order ${orderId} ${words}.`, claims: [{ says: 'order-status', orderId, status }] };
}

/** The same words whether the order does not exist or is somebody else's. */
export const sayNotFound = (order: string) =>
  plain(
    `We cannot find an order ${order} under this address. Please check the number, and write from the address you ordered with.`,
  );
export const sayNoOrders = () =>
  plain(
    'We cannot find an order under this address. Please write from the address you ordered with and tell us the order number.',
  );
export const sayWhichOrder = (orders: readonly OrderRow[]) =>
  plain(`Which of your orders do you mean: ${list(orders.map((order) => order.orderId))}?`);
export const sayWhichItem = (order: string, titles: readonly string[]) =>
  plain(`Which item of order ${order} do you mean: ${list(titles)}?`);
export const sayAlreadyRefunded = (order: string, titles: readonly string[]) =>
  plain(`${titles.join(', ')} from order ${order} ${titles.length > 1 ? 'were' : 'was'} already refunded.`);
export const sayCancelOnlyWhole = (order: string) =>
  plain(`Order ${order} has not been sent yet. We can cancel it as a whole; tell us if you want that.`);
export const sayPlain = plain;

/** The whole reply. */
export function letterOf(from: string, sentences: readonly Sentence[]): { text: string; claims: Claim[] } {
  // A name is only repeated when it looks like one: it is whatever the sender wrote.
  const first = /^\p{L}[\p{L}'-]{0,30}(?=\s|$)/u.exec(from.trim())?.[0];
  const body = sentences.map((sentence) => sentence.text).join('\n\n');
  return {
    text: `Hello${first ? ` ${first}` : ''},\n\n${body}\n\nKind regards\nCommon Ground`.slice(0, 6000).toWellFormed(),
    claims: sentences.flatMap((sentence) => sentence.claims).slice(0, 20),
  };
}
