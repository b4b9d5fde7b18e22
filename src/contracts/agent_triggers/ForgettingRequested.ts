import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId } from '../ids';
import { tag } from '../tags';

/** A customer is to be forgotten: everything personal of theirs that lies beside the log. What happened stays. */
export const ForgettingRequested = defineProposal({
  type: 'ForgettingRequested',
  topic: 'agent_triggers',
  publishedBy: ['shopkeeper'],
  answeredBy: {
    owner: 'mailroom',
    accepted: ['CustomerForgotten'],
    refused: 'ForgettingRefused',
  },
  schema: z.strictObject({ customerId }),
  tags: (data) => [tag.customer(data.customerId)],
  says: (data) => `customer ${data.customerId} is to be forgotten`,
  example: { customerId: 'c-7' },
});

/** There is nobody to forget. */
export const ForgettingRefused = defineRefusal({
  type: 'ForgettingRefused',
  of: ForgettingRequested,
  example: {
    rule: 'unknown-customer',
    because: 'customer c-7 is not in the address book',
    about: ['customer:c-7'],
  },
});
