import { z } from 'zod';
import { defineFact } from '../defineContract';
import { customerId, ref } from '../ids';
import { tag } from '../tags';

/** The customer is in the address book: mail from this address counts as theirs. */
export const CustomerRegistered = defineFact({
  type: 'CustomerRegistered',
  topic: 'agent_triggers',
  owner: 'mailroom',
  schema: z.strictObject({ customerId, profile: ref }),
  tags: (data) => [tag.customer(data.customerId)],
  says: (data) => `customer ${data.customerId} is registered`,
  example: {
    customerId: 'c-7',
    profile: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
});
