import type { CustomerId, EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision, FactDraft } from '../Service';
import { isVisitor, visitorOf } from '../visitor';
import type { Postbag } from './Postbag';

/** Takes a customer into the address book. */
export function decideCustomer({ customers }: Postbag, { data }: EventOf<'CustomerIntroduced'>): Decision {
  const { customerId } = data;
  if (isVisitor(customerId)) return refuse('not-a-customer', `${customerId} is an id for strangers, not for customers`);
  if (customers.has(customerId)) return refuse('known-customer', `customer ${customerId} is already registered`);
  return [{ type: 'CustomerRegistered', data }];
}

/** Takes in the customers of a batch that are new; the rest is named with its reason. */
export function decideCustomers({ customers }: Postbag, { data }: EventOf<'CustomerImportSubmitted'>): Decision {
  const { importId } = data;
  const taken = new Map<CustomerId, FactDraft>();
  const leftOut = data.customers.flatMap((customer) => {
    const { customerId } = customer;
    const isKnown = customers.has(customerId) || taken.has(customerId);
    if (isKnown) return [{ id: customerId, rule: 'known-customer', because: `${customerId} is already registered` }];
    if (isVisitor(customerId)) {
      return [{ id: customerId, rule: 'not-a-customer', because: `${customerId} is an id for strangers` }];
    }
    taken.set(customerId, { type: 'CustomerRegistered', data: customer });
    return [];
  });
  if (taken.size === 0) return refuse('nothing-new', 'all of these customers are here already');
  return [{ type: 'CustomerImportBooked', data: { importId, taken: taken.size, leftOut } }, ...taken.values()];
}

/** Takes a customer out of the address book. */
export function decideForgetting({ customers }: Postbag, { data }: EventOf<'ForgettingRequested'>): Decision {
  if (customers.has(data.customerId)) return [{ type: 'CustomerForgotten', data }];
  return refuse('unknown-customer', `customer ${data.customerId} is not in the address book`);
}

/** Passes a mail on, once. Whoever is not in the address book is a visitor, whatever the mail says. */
export function decideMail({ customers, mails }: Postbag, { data }: EventOf<'MailReceived'>): Decision {
  const { mailId, letter, automatic, unverified, inReplyTo } = data;
  if (mails.has(mailId)) return refuse('same-mail', `mail ${mailId} is already here`);
  const isTheirs = data.customerId !== null && customers.has(data.customerId) && !unverified;
  const sender = isTheirs ? data.customerId : null;
  const from = { customerId: sender ?? visitorOf(mailId), known: sender !== null };
  // Somebody else's mail is nothing to go on from.
  const before = sender !== null && inReplyTo && mails.get(inReplyTo)?.customerId === sender ? { inReplyTo } : {};
  const marks = { ...(automatic && { automatic }), ...(unverified && { unverified }), ...before };
  return [{ type: 'CustomerQuery', data: { mailId, ...from, query: letter, ...marks } }];
}
