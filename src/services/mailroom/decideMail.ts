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
  const { mailId, letter } = data;
  if (mails.has(mailId)) return refuse('same-mail', `mail ${mailId} is already here`);
  const sender = data.customerId !== null && customers.has(data.customerId) ? data.customerId : null;
  const from = { customerId: sender ?? visitorOf(mailId), known: sender !== null };
  return [{ type: 'CustomerQuery', data: { mailId, ...from, query: letter } }];
}
