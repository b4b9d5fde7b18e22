import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, mailId } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';
import { escalationReason } from './escalationReason';

/** The mail lies on the shopkeeper's desk; a person will answer it. */
export const Escalated = defineFact({
  type: 'Escalated',
  topic: 'support_events',
  owner: 'mailroom',
  schema: z.strictObject({
    mailId,
    customerId,
    reason: escalationReason,
    because: words(400),
  }),
  tags: (data) => [tag.mail(data.mailId), tag.customer(data.customerId)],
  says: (data) => `mail ${data.mailId} waits for a person: ${data.because}`,
  example: {
    mailId: 'm-1',
    customerId: 'c-7',
    reason: 'unclear',
    because: 'the mail names no order',
  },
});
