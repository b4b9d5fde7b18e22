import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, ref } from '../ids';
import { tag } from '../tags';

/** The shop hears of a customer. Name and address lie in the side store; the id does not derive from them. */
export const CustomerIntroduced = defineProposal({
  type: 'CustomerIntroduced',
  topic: 'agent_triggers',
  publishedBy: ['shopkeeper', 'customer'],
  answeredBy: {
    owner: 'mailroom',
    accepted: ['CustomerRegistered'],
    refused: 'CustomerRefused',
  },
  schema: z.strictObject({ customerId, profile: ref }),
  tags: (data) => [tag.customer(data.customerId)],
  says: (data) => `customer ${data.customerId} was introduced`,
  example: {
    customerId: 'c-7',
    profile: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
});

/** The mailroom did not take the customer in. */
export const CustomerRefused = defineRefusal({
  type: 'CustomerRefused',
  of: CustomerIntroduced,
  example: {
    rule: 'known-customer',
    because: 'customer c-7 is already registered',
    about: ['customer:c-7'],
  },
});
