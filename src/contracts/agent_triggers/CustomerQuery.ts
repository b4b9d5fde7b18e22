import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, mailId, ref } from '../ids';
import { tag } from '../tags';

/**
 * A customer wants something: the trigger of the support agent. From an unknown address `known` is false and the customer id is a
 * visitor's, to whom nothing belongs. A mail that failed its sender check is a visitor's, too.
 */
export const CustomerQuery = defineFact({
  type: 'CustomerQuery',
  topic: 'agent_triggers',
  owner: 'mailroom',
  schema: z.strictObject({
    mailId,
    customerId,
    known: z.boolean(),
    query: ref,
    automatic: z.literal(true).optional(),
    unverified: z.literal(true).optional(),
    inReplyTo: mailId.optional(),
  }),
  tags: (data) => [tag.mail(data.mailId), tag.customer(data.customerId)],
  says: (data) => `${data.customerId} asks something in mail ${data.mailId}`,
  example: {
    mailId: 'm-1',
    customerId: 'c-7',
    known: true,
    query: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
});
