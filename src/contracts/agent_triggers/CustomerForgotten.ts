import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId } from '../ids';
import { tag } from '../tags';

/** The customer is out of the address book. The world erases what lies of theirs beside the log: profile, letters, replies, transcripts. */
export const CustomerForgotten = defineFact({
  type: 'CustomerForgotten',
  topic: 'agent_triggers',
  owner: 'mailroom',
  schema: z.strictObject({ customerId }),
  tags: (data) => [tag.customer(data.customerId)],
  says: (data) => `customer ${data.customerId} is forgotten`,
  example: { customerId: 'c-7' },
});
