import type { CustomerId, EventOf, MailId } from '../../contracts';
import { refuse } from '../refuse';
import type { Decision, Refusal } from '../Service';
import { findUntruth } from './findUntruth';
import type { Postbag } from './Postbag';

/**
 * Sends a reply, once, to the customer who asked, and only when everything it claims is true. What it waits for may be said before, once
 * too.
 */
export function decideReply(bag: Postbag, { data, by }: EventOf<'ReplyDrafted'>): Decision {
  const { mailId, customerId, text, claims, interim } = data;
  const no = refuseMail(bag, mailId, customerId);
  if (no) return no;
  if (by !== 'shopkeeper' && bag.mails.get(mailId)?.automatic)
    return refuse('automatic-mail', `a machine sent mail ${mailId}; only a person may answer it`);
  if (interim && bag.mails.get(mailId)?.told) return refuse('already-told', `mail ${mailId} was told that it waits`);
  if (interim && !claims.some((claim) => claim.says === 'waits-for-approval'))
    return refuse('waits-for-nothing', `nothing is said that mail ${mailId} waits for`);
  const untruth = findUntruth(bag, customerId, claims);
  if (untruth) return refuse('untrue-claim', untruth);
  return [{ type: 'ReplySent', data: { mailId, customerId, text, ...(interim && { interim }) } }];
}

/** Puts a mail on the shopkeeper's desk, once. It can still be answered. */
export function decideEscalation(bag: Postbag, { data }: EventOf<'EscalationRequested'>): Decision {
  const no = refuseMail(bag, data.mailId, data.customerId);
  if (no) return no;
  if (bag.mails.get(data.mailId)?.status === 'escalated') {
    return refuse('already-escalated', `mail ${data.mailId} already waits for a person`);
  }
  return [{ type: 'Escalated', data }];
}

/** Puts a mail away that wants no answer, once. */
export function decideFiling(bag: Postbag, { data }: EventOf<'FilingRequested'>): Decision {
  const no = refuseMail(bag, data.mailId, data.customerId);
  if (no) return no;
  const status = bag.mails.get(data.mailId)?.status;
  if (status === 'escalated') return refuse('already-escalated', `mail ${data.mailId} waits for a person`);
  if (status === 'filed') return refuse('already-filed', `mail ${data.mailId} is already put away`);
  return [{ type: 'MailFiled', data }];
}

function refuseMail({ mails }: Postbag, mailId: MailId, customerId: CustomerId): Refusal | undefined {
  const mail = mails.get(mailId);
  if (!mail) return refuse('unknown-mail', `there is no mail ${mailId}`);
  if (mail.customerId !== customerId) return refuse('not-their-mail', `mail ${mailId} is not from this customer`);
  if (mail.status === 'answered') return refuse('already-answered', `mail ${mailId} is already answered`);
  return undefined;
}
