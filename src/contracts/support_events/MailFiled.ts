import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, mailId } from '../ids';
import { words } from '../quantities';
import { tag } from '../tags';

/** The mail is put away; nobody has to answer it. A person still can. */
export const MailFiled = defineFact({
  type: 'MailFiled',
  topic: 'support_events',
  owner: 'mailroom',
  schema: z.strictObject({
    mailId,
    customerId,
    reason: z.enum(['automatic', 'nothing-asked']),
    because: words(400),
  }),
  tags: (data) => [tag.mail(data.mailId), tag.customer(data.customerId)],
  says: (data) => `mail ${data.mailId} is put away: ${data.because}`,
  example: {
    mailId: 'm-1',
    customerId: 'c-7',
    reason: 'automatic',
    because: 'a machine sent it',
  },
});
