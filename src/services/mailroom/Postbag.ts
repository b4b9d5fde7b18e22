import { isOneOf, type CustomerId, type DataOf, type MailId, type OrderId, type WorldEvent } from '../../contracts';
import { evolveAvailability, type Availability } from '../availability';
import { statusAfter, statusFacts, type OrderStatus } from '../orderStatus';

/** A mail and what became of it. */
export interface Mail {
  /** The customer it is from; a visitor's id if nobody knows the sender. */
  readonly customerId: CustomerId;
  readonly status: 'open' | 'escalated' | 'answered' | 'filed';
  /** A machine sent it: no assistant may answer. */
  readonly automatic: boolean;
}

/** All that the mailroom must know to decide: the mails, and what is true, so that no reply says anything else. */
export interface Postbag {
  readonly customers: Set<CustomerId>;
  readonly mails: Map<MailId, Mail>;
  readonly orders: Map<OrderId, { readonly customerId: CustomerId; readonly status: OrderStatus }>;
  /** Every refund there was, by all its numbers. */
  readonly refunds: Set<string>;
  readonly available: Availability;
}

/** An empty postbag. */
export function openPostbag(): Postbag {
  return { customers: new Set(), mails: new Map(), orders: new Map(), refunds: new Set(), available: new Map() };
}

/** Folds an event into the postbag. */
export function evolvePostbag(bag: Postbag, event: WorldEvent): Postbag {
  evolveAvailability(bag.available, event);
  if (isOneOf(event, statusFacts)) {
    bag.orders.set(event.data.orderId, { customerId: event.data.customerId, status: statusAfter[event.type] });
  }
  switch (event.type) {
    case 'CustomerRegistered':
      bag.customers.add(event.data.customerId);
      break;
    case 'CustomerQuery':
      bag.mails.set(event.data.mailId, {
        customerId: event.data.customerId,
        status: 'open',
        automatic: event.data.automatic === true,
      });
      break;
    case 'ReplySent':
      change(bag, event.data.mailId, 'answered');
      break;
    case 'Escalated':
      change(bag, event.data.mailId, 'escalated');
      break;
    case 'MailFiled':
      change(bag, event.data.mailId, 'filed');
      break;
    case 'RefundProcessed':
      bag.refunds.add(refundKey(event.data.customerId, event.data));
      break;
    default:
  }
  return bag;
}

type Refund = Pick<DataOf<'RefundProcessed'>, 'orderId' | 'sku' | 'qty' | 'cents'>;

/** One text for a refund to a customer, down to its numbers. No id has a slash. */
export function refundKey(customerId: CustomerId, { orderId, sku, qty, cents }: Refund): string {
  return [customerId, orderId, sku, qty, cents].join('/');
}

function change({ mails }: Postbag, mailId: MailId, status: Mail['status']): void {
  const mail = mails.get(mailId);
  if (mail) mails.set(mailId, { ...mail, status });
}
