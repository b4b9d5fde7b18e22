import type { Claim } from '../../../contracts';
import type { MoneyWords } from '../../../kernel';
import type { AskOutcome } from '../situation';
import { answer, refusal, type Sentence } from './wording';

type Titles = (sku: string) => string;

/** What came of something that was asked for: only what the answer says, and for a refusal the service's own words. */
export function sayOutcome(outcome: AskOutcome, titleOf: Titles, money: MoneyWords): Sentence {
  const { orderId, result } = outcome;
  if (result === 'parked')
    return answer(
      `You asked us to ${sayAsk(outcome, titleOf)}. This waits for the shopkeeper: nothing is decided yet, and we write again when it is.`,
      [{ says: 'waits-for-approval', orderId }],
    );
  if (result !== 'done') return refusal(`We could not ${sayAsk(outcome, titleOf)}: ${named(outcome, titleOf)}.`);
  return answer(...sayDone(outcome, titleOf, money));
}

/** The service's own words, with things by their names. */
const named = ({ because, items }: AskOutcome, titleOf: Titles) =>
  items
    .flatMap(({ sku, newSku }) => [sku, newSku ?? sku])
    .reduce<string>((said, sku) => said.replaceAll(sku, titleOf(sku)), because);

const units = ({ items }: AskOutcome, titleOf: Titles) =>
  items.map(({ sku, qty }) => `${qty} × ${titleOf(sku)}`).join(', ');
const swaps = ({ items }: AskOutcome, titleOf: Titles) =>
  items.map(({ sku, qty, newSku }) => `${qty} × ${titleOf(sku)} for ${titleOf(newSku ?? sku)}`).join(', ');

function sayAsk(outcome: AskOutcome, titleOf: Titles): string {
  const { ask, orderId } = outcome;
  switch (ask) {
    case 'refund':
      return `refund ${units(outcome, titleOf)} from order ${orderId}`;
    case 'cancellation':
      return `cancel order ${orderId}`;
    case 'return':
      return `take back ${units(outcome, titleOf)} from order ${orderId}`;
    case 'exchange':
      return `exchange ${swaps(outcome, titleOf)} from order ${orderId}`;
    case 'items':
      return `change order ${orderId}`;
    case 'address':
      return `send order ${orderId} to another address`;
    case 'payment':
      return `change the payment method of order ${orderId}`;
  }
}

function sayDone(outcome: AskOutcome, titleOf: Titles, money: MoneyWords): [string, Claim[]] {
  const { ask, orderId, cents, items, methodId } = outcome;
  const [first] = items;
  const changed = (says: 'items-changed' | 'exchanged') =>
    items.map(({ sku, newSku }): Claim => ({ says, orderId, sku, newSku: newSku ?? sku }));
  switch (ask) {
    case 'refund':
      return [
        `We have refunded ${money(cents)} for ${units(outcome, titleOf)} from order ${orderId}. Please send the item back to us; your money does not wait for the parcel.`,
        first ? [{ says: 'refunded', orderId, sku: first.sku, qty: first.qty, cents }] : [],
      ];
    case 'cancellation':
      return [
        `Order ${orderId} is cancelled.${cents > 0 ? ` ${money(cents)} goes back to you.` : ''}`,
        [{ says: 'cancelled', orderId }],
      ];
    case 'return':
      return [
        `We take back ${units(outcome, titleOf)} from order ${orderId}, and ${money(cents)} goes back to you. Please send the goods to us; your money does not wait for the parcel.`,
        [{ says: 'return-accepted', orderId, items: items.map(({ sku, qty }) => ({ sku, qty })), cents }],
      ];
    case 'exchange':
      return [
        `The exchange is arranged for order ${orderId}: ${swaps(outcome, titleOf)}. ${sayDifference(outcome, money)}Please send the old goods back to us.`,
        changed('exchanged'),
      ];
    case 'items':
      return [
        `Order ${orderId} is changed: ${swaps(outcome, titleOf)}. ${sayDifference(outcome, money)}`.trim(),
        changed('items-changed'),
      ];
    case 'address':
      return [`Order ${orderId} goes to the new address.`, [{ says: 'address-changed', orderId }]];
    case 'payment':
      return [
        `Order ${orderId} is now paid with the other method.`,
        methodId ? [{ says: 'payment-changed', orderId, methodId: methodId as never }] : [],
      ];
  }
}

/** Money that moves because another variant costs something else; a blank at the end, for what follows. */
function sayDifference({ difference }: AskOutcome, money: MoneyWords): string {
  if (!difference) return '';
  const amount = money(difference.cents);
  return difference.kind === 'charge'
    ? `The difference of ${amount} is charged. `
    : `The difference of ${amount} goes back to you. `;
}
