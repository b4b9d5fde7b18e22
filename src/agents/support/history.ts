import type { MoneyWords } from '../../kernel';
import type { CustomerId, EventId, MailId, OrderId, Sku, WorldEvent } from '../../contracts';

type OrderState = 'placed' | 'confirmed' | 'waiting for stock' | 'on its way' | 'delivered' | 'cancelled';
type MailState = 'open' | 'waiting for the shopkeeper' | 'with a person' | 'answered' | 'put away';

/** A customer in short, kept up with every event about them. It holds the latest; the documents hold the rest. */
export interface CustomerHistory {
  readonly ordered: number;
  /** The newest orders, oldest first. */
  readonly orders: ReadonlyMap<OrderId, OrderState>;
  readonly refundedCents: number;
  readonly refunds: readonly {
    readonly orderId: OrderId;
    readonly sku: Sku;
    readonly qty: number;
    readonly cents: number;
  }[];
  /** What waits for the shopkeeper: the order it is about, by its proposal. */
  readonly parked: ReadonlyMap<EventId, OrderId>;
  /** Mails that wait for an answer, and the last ones that had theirs; oldest first. */
  readonly mails: ReadonlyMap<MailId, { readonly day: string; readonly state: MailState }>;
  /** The position of the last event that is in it. */
  readonly readUpTo: number;
}

/** All customers' histories. */
export type Histories = Map<CustomerId, CustomerHistory>;

const empty: CustomerHistory = {
  ordered: 0,
  orders: new Map(),
  refundedCents: 0,
  refunds: [],
  parked: new Map(),
  mails: new Map(),
  readUpTo: 0,
};
const keptOrders = 5;
const keptRefunds = 3;
const keptMails = 3;

/** Folds an event into the history of the customer it is about; every other event leaves no trace. */
export function rememberHistory(histories: Histories, event: WorldEvent): void {
  switch (event.type) {
    case 'OrderPlaced':
      return change(histories, event, ({ ordered, orders }) => ({
        ordered: ordered + 1,
        orders: new Map([...orders, [event.data.orderId, 'placed' as OrderState] as const].slice(-keptOrders)),
      }));
    case 'OrderTakenOver': {
      const { orderId, status } = event.data;
      return change(histories, event, ({ ordered, orders }) => ({
        ordered: ordered + 1,
        orders: new Map(
          [...orders, [orderId, status === 'shipped' ? 'on its way' : status] as const].slice(-keptOrders),
        ),
      }));
    }
    case 'OrderConfirmed':
      return moveOrder(histories, event, 'confirmed');
    case 'OrderBackordered':
      return moveOrder(histories, event, 'waiting for stock');
    case 'OrderShipped':
      return moveOrder(histories, event, 'on its way');
    case 'OrderDelivered':
      return moveOrder(histories, event, 'delivered');
    case 'OrderCancelled':
      return moveOrder(histories, event, 'cancelled');
    case 'RefundProcessed': {
      const { orderId, sku, qty, cents } = event.data;
      return change(histories, event, ({ refundedCents, refunds }) => ({
        refundedCents: refundedCents + cents,
        refunds: [...refunds, { orderId, sku, qty, cents }].slice(-keptRefunds),
      }));
    }
    case 'ApprovalAsked':
    case 'ApprovalGiven':
    case 'ApprovalRefused':
    case 'ApprovalLapsed': {
      const { proposalId, orderId } = event.data;
      return change(histories, event, ({ parked }) => {
        const others = [...parked].filter(([id]) => id !== proposalId);
        return { parked: new Map(event.type === 'ApprovalAsked' ? [...others, [proposalId, orderId]] : others) };
      });
    }
    case 'ReturnAccepted':
    case 'ExchangeAccepted':
    case 'ItemsChanged':
    case 'AddressChanged':
    case 'PaymentMethodChanged':
      return change(histories, event, () => ({}));
    case 'CustomerQuery':
      return moveMail(histories, event, 'open');
    case 'Escalated':
      return moveMail(histories, event, 'with a person');
    case 'MailFiled':
      return moveMail(histories, event, 'put away');
    case 'ReplySent':
      return moveMail(histories, event, event.data.interim ? 'waiting for the shopkeeper' : 'answered');
    default:
  }
}

/** A customer's history in a few lines, as a prompt shows it. */
export function sayHistory(
  history: CustomerHistory | undefined,
  titleOf: (sku: Sku) => string,
  money: MoneyWords,
): string {
  if (!history) return 'Nothing is known about them.';
  const { ordered, orders, refunds, refundedCents, parked, mails, readUpTo } = history;
  const matters = [
    ...[...orders].filter(([, state]) => state === 'waiting for stock').map(([id]) => `order ${id} waits for stock`),
    ...[...parked.values()].map((id) => `what was asked about order ${id} waits for the shopkeeper`),
    ...[...mails].filter(([, mail]) => !isOver(mail.state)).map(([id, mail]) => `mail ${id} is ${mail.state}`),
  ];
  return [
    `Orders: ${ordered || 'none'}${orders.size ? `; the last: ${inWords(orders, (id, state) => `${id} ${state}`)}` : ''}.`,
    refunds.length
      ? `Refunds: ${money(refundedCents)} in all; the last: ${refunds.map((one) => `${one.qty} × ${titleOf(one.sku)} of order ${one.orderId}`).join(', ')}.`
      : 'Refunds: none.',
    `Open matters: ${matters.join(', ') || 'none'}.`,
    `Last mails: ${inWords(mails, (id, mail) => `${id} of ${mail.day}, ${mail.state}`) || 'none'}.`,
    `Read up to position ${readUpTo}.`,
  ].join('\n');
}

const isOver = (state: MailState) => state === 'answered' || state === 'put away';

type About<Ids> = WorldEvent & { readonly data: Ids & { readonly customerId: CustomerId } };

function moveOrder(histories: Histories, event: About<{ orderId: OrderId }>, state: OrderState): void {
  const { orderId } = event.data;
  change(histories, event, ({ orders }) => ({
    orders: orders.has(orderId) ? new Map(orders).set(orderId, state) : orders,
  }));
}

function moveMail(histories: Histories, event: About<{ mailId: MailId }>, state: MailState): void {
  const { mailId } = event.data;
  const day = new Date(event.at).toISOString().slice(0, 10);
  change(histories, event, ({ mails }) => {
    const moved = new Map(mails).set(mailId, { day: mails.get(mailId)?.day ?? day, state });
    const answered = [...moved].filter(([, mail]) => isOver(mail.state)).map(([id]) => id);
    for (const id of answered.slice(0, -keptMails)) moved.delete(id);
    return { mails: moved };
  });
}

function change(
  histories: Histories,
  { data: { customerId }, position }: About<unknown>,
  to: (history: CustomerHistory) => Partial<CustomerHistory>,
): void {
  const history = histories.get(customerId) ?? empty;
  histories.set(customerId, { ...history, ...to(history), readUpTo: position });
}

const inWords = <K, V>(map: ReadonlyMap<K, V>, say: (key: K, value: V) => string) =>
  [...map].map(([key, value]) => say(key, value)).join(', ');
