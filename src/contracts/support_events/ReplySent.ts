import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, mailId, ref } from '../ids';
import { tag } from '../tags';

/** The customer has an answer, and the log bears out what it says; or, `interim`, is told what the answer waits for. */
export const ReplySent = defineFact({
  type: 'ReplySent',
  topic: 'support_events',
  owner: 'mailroom',
  schema: z.strictObject({ mailId, customerId, text: ref, interim: z.literal(true).optional() }),
  tags: (data) => [tag.mail(data.mailId), tag.customer(data.customerId)],
  says: (data) =>
    data.interim ? `the sender of mail ${data.mailId} is told what it waits for` : `mail ${data.mailId} is answered`,
  example: {
    mailId: 'm-1',
    customerId: 'c-7',
    text: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
});
