import { isOneOf, type CustomerId, type EventId, type MailId, type OrderId, type WorldEvent } from '../../contracts';
import { evolveAvailability, type Availability } from '../availability';
import { claimKey, claimsBorneOutBy } from './claimsBorneOutBy';
import { statusAfter, statusFacts, type OrderStatus } from '../orderStatus';

/** A mail and what became of it. */
export interface Mail {
  /** The customer it is from; a visitor's id if nobody knows the sender. */
  readonly customerId: CustomerId;
  readonly status: 'open' | 'escalated' | 'answered' | 'filed';
  /** A machine sent it: no assistant may answer. */
  readonly automatic: boolean;
  /** The sender was told that something waits for the shopkeeper. */
  readonly told: boolean;
}

/** All that the mailroom must know to decide: the mails, and what is true, so that no reply says anything else. */
export interface Postbag {
  readonly customers: Set<CustomerId>;
  readonly mails: Map<MailId, Mail>;
  readonly orders: Map<OrderId, { readonly customerId: CustomerId; readonly status: OrderStatus }>;
  /** What became of orders, as the claims that are true of it for their customers. */
  readonly borneOut: Set<string>;
  /** Proposals that wait for the shopkeeper, with the claim that is true as long as they do. */
  readonly parked: Map<EventId, string>;
  readonly available: Availability;
}

/** An empty postbag. */
export function openPostbag(): Postbag {
  return {
    customers: new Set(),
    mails: new Map(),
    orders: new Map(),
    borneOut: new Set(),
    parked: new Map(),
    available: new Map(),
  };
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
    case 'CustomerForgotten':
      bag.customers.delete(event.data.customerId);
      break;
    case 'CustomerQuery':
      bag.mails.set(event.data.mailId, {
        customerId: event.data.customerId,
        status: 'open',
        automatic: event.data.automatic === true,
        told: false,
      });
      break;
    case 'ReplySent':
      change(bag, event.data.mailId, event.data.interim ? { told: true } : { status: 'answered' });
      break;
    case 'Escalated':
      change(bag, event.data.mailId, { status: 'escalated' });
      break;
    case 'MailFiled':
      change(bag, event.data.mailId, { status: 'filed' });
      break;
    case 'OrderTakenOver': {
      const { orderId, customerId, status } = event.data;
      bag.orders.set(orderId, { customerId, status });
      break;
    }
    case 'ApprovalAsked': {
      const { proposalId, orderId, customerId } = event.data;
      bag.parked.set(proposalId, claimKey(customerId, { says: 'waits-for-approval', orderId }));
      break;
    }
    case 'ApprovalGiven':
    case 'ApprovalRefused':
    case 'ApprovalLapsed':
      bag.parked.delete(event.data.proposalId);
      break;
    default:
      for (const claim of claimsBorneOutBy(event)) bag.borneOut.add(claim);
  }
  return bag;
}

function change({ mails }: Postbag, mailId: MailId, to: Partial<Mail>): void {
  const mail = mails.get(mailId);
  if (mail) mails.set(mailId, { ...mail, ...to });
}
