import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, mailId } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** A mail wants no answer: a machine sent it, or it asks for nothing. It is put away unanswered, so that no two machines write to each other. */
export const FilingRequested = defineProposal({
  type: 'FilingRequested',
  topic: 'support_events',
  publishedBy: ['support'],
  answeredBy: {
    owner: 'mailroom',
    accepted: ['MailFiled'],
    refused: 'FilingRefused',
  },
  schema: z.strictObject({
    mailId,
    customerId,
    reason: z.enum(['automatic', 'nothing-asked']),
    because: words(400),
  }),
  tags: (data) => [tag.mail(data.mailId), tag.customer(data.customerId)],
  says: (data) => `asks to put mail ${data.mailId} away: ${data.because}`,
  example: {
    mailId: 'm-1',
    customerId: 'c-7',
    reason: 'automatic',
    because: 'a machine sent it',
  },
});

/** The mail stays where it is. */
export const FilingRefused = defineRefusal({
  type: 'FilingRefused',
  of: FilingRequested,
  example: {
    rule: 'already-answered',
    because: 'mail m-1 is already answered',
    about: ['mail:m-1', 'customer:c-7'],
  },
});
