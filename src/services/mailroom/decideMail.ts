import type { EventOf } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision } from '../Service';
import { isVisitor, visitorOf } from '../visitor';
import type { Postbag } from './Postbag';

/** Takes a customer into the address book. */
export function decideCustomer({ customers }: Postbag, { data }: EventOf<'CustomerIntroduced'>): Decision {
  const { customerId } = data;
  if (isVisitor(customerId)) return refuse('not-a-customer', `${customerId} is an id for strangers, not for customers`);
  if (customers.has(customerId)) return refuse('known-customer', `customer ${customerId} is already registered`);
  return [{ type: 'CustomerRegistered', data }];
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
