import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, mailId } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';
import { escalationReason } from './escalationReason';

/** An agent knows that it does not know: a person should look at this mail. */
export const EscalationRequested = defineProposal({
  type: 'EscalationRequested',
  topic: 'support_events',
  publishedBy: ['support'],
  answeredBy: {
    owner: 'mailroom',
    accepted: ['Escalated'],
    refused: 'EscalationRefused',
  },
  schema: z.strictObject({
    mailId,
    customerId,
    reason: escalationReason,
    because: words(400),
  }),
  tags: (data) => [tag.mail(data.mailId), tag.customer(data.customerId)],
  says: (data) => `asks a person to look at mail ${data.mailId}: ${data.because}`,
  example: {
    mailId: 'm-1',
    customerId: 'c-7',
    reason: 'unclear',
    because: 'the mail names no order',
  },
});

/** The mail stays where it is. */
export const EscalationRefused = defineRefusal({
  type: 'EscalationRefused',
  of: EscalationRequested,
  example: {
    rule: 'already-answered',
    because: 'mail m-1 is already answered',
    about: ['mail:m-1', 'customer:c-7'],
  },
});
