import { cancelReasons, type OrderId, type Sku, type Wish } from '../contracts';
import { netCents, settledCents } from './orderState/money';
import type { Order, OrderBook } from './orderState/OrderBook';
import type { ServiceStates } from './servicesFold';
import { bookIn, weigh, type Moment, type Weighed } from './weigh';

/** What can be done with an order, by the words of the screen. */
export const orderActs = [
  ...(['pay', 'ship', 'deliver', 'cancel', 'address', 'items', 'method'] as const),
  ...(['return', 'exchange', 'refund', 'goods-back'] as const),
] as const;
/** One of them. */
export type OrderActName = (typeof orderActs)[number];

/** One way of doing something, ready to be proposed, and what it would come to. */
export interface ActOption extends Weighed {
  readonly wish: Wish;
}

/** Something to do with an order: possible when one of its options is. */
export interface PossibleAct {
  readonly act: OrderActName;
  readonly possible: boolean;
  /** Why not, when it is not: the rule that stands against its first option, in the service's words. */
  readonly refused: Weighed['refused'];
  readonly options: readonly ActOption[];
}

/** So many ways of one act are looked at: an order of fifty lines of ten sizes is no reason to wait. */
const mostOptions = 100;

/**
 * All that can be done with an order at a moment and, for the rest, why not. There are no rules here: the services' own are asked about
 * each way of doing it. Empty when there is no such order.
 */
export function possibleActs(states: ServiceStates, orderId: OrderId, moment: Moment): readonly PossibleAct[] {
  const book = bookIn(states);
  const order = book.orders.get(orderId);
  if (!order) return [];
  return orderActs.map((act) => {
    const wishes = waysOf(book, order)[act]().slice(0, mostOptions);
    const options = wishes.map((wish) => ({ wish, ...weigh(states, wish, moment) }));
    const possible = options.some(({ refused }) => refused === null);
    const nothing = { rejected: 'nothing-to-choose', because: nothingWords[act] ?? 'there is nothing to choose from' };
    return { act, possible, refused: possible ? null : (options[0]?.refused ?? nothing), options };
  });
}

/** Why there is not even one way of doing it. */
const nothingWords: Partial<Record<OrderActName, string>> = {
  method: 'this customer has no other payment method',
  items: 'what was ordered comes in no other variant',
};

/** Any address: who decides looks at the order only. */
const someAddress = '0'.repeat(64);

function waysOf(book: OrderBook, order: Order): Record<OrderActName, () => Wish[]> {
  const { orderId, customerId } = order;
  const whose = { orderId, customerId };
  const methods = [...book.methods].filter(([, method]) => method.customerId === customerId).map(([id]) => id);
  const payer = [...order.paidBy].find(([id, net]) => id !== null && net > 0)?.[0] ?? null;
  const lines = [...order.lines].map(([sku, line]) => ({
    sku,
    ...line,
    left: Math.max(1, line.qty - line.refundedQty),
  }));
  const owed = Math.max(1, order.totalCents - settledCents(order));
  return {
    pay: () => [
      { type: 'PaymentCaptured', data: { orderId, cents: owed } },
      ...methods.map((methodId): Wish => ({ type: 'PaymentCaptured', data: { orderId, cents: owed, methodId } })),
    ],
    ship: () => [{ type: 'ShipmentReported', data: { orderId } }],
    deliver: () => [{ type: 'DeliveryReported', data: { orderId } }],
    cancel: () => cancelReasons.map((reason) => ({ type: 'CancellationRequested', data: { ...whose, reason } })),
    address: () => [{ type: 'AddressChangeRequested', data: { ...whose, address: someAddress as never } }],
    items: () =>
      swaps(book, lines).map((change) => ({
        type: 'ItemsChangeRequested',
        data: { ...whose, changes: [change], methodId: payer },
      })),
    method: () => methods.map((methodId) => ({ type: 'PaymentMethodChangeRequested', data: { ...whose, methodId } })),
    return: () => [
      ...(lines.length > 1 ? [givenBack(whose, lines)] : []),
      ...lines.map((line) => givenBack(whose, [line])),
    ],
    exchange: () =>
      [...swaps(book, lines), ...lines.map(({ sku }) => ({ sku, qty: 1, newSku: sku }))].map((change) => ({
        type: 'ExchangeRequested',
        data: { ...whose, changes: [change], methodId: payer, reason: 'not-wanted' },
      })),
    refund: () =>
      lines.map(({ sku, left, unitCents }) => {
        const cents = Math.max(1, Math.min(left * unitCents, netCents(order)));
        return { type: 'RefundRequested', data: { ...whose, sku, qty: left, cents, reason: 'other' } };
      }),
    'goods-back': () =>
      lines.map(({ sku, refundedQty }) => ({
        type: 'ReturnReceived',
        data: { orderId, sku, qty: Math.max(1, refundedQty), condition: 'good' },
      })),
  };
}

function givenBack(
  whose: Pick<Order, 'orderId' | 'customerId'>,
  lines: readonly { readonly sku: Sku; readonly left: number }[],
): Wish {
  const items = lines.map(({ sku, left }) => ({ sku, qty: left }));
  return { type: 'ReturnRequested', data: { ...whose, items, methodId: null, reason: 'not-wanted' } };
}

type Line = { readonly sku: Sku };

/** Each line for each other variant of its product, one unit. */
function swaps({ prices }: OrderBook, lines: readonly Line[]) {
  return lines.flatMap(({ sku }) => {
    const product = prices.get(sku)?.product;
    return [...prices].flatMap(([newSku, price]) =>
      price.product === product && newSku !== sku ? [{ sku, qty: 1, newSku }] : [],
    );
  });
}
