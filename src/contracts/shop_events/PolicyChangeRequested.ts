import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { policy } from '../policies';
import { tag } from '../tags';

/** The shopkeeper wants another rule of the house. */
export const PolicyChangeRequested = defineProposal({
  type: 'PolicyChangeRequested',
  topic: 'shop_events',
  publishedBy: ['shopkeeper'],
  answeredBy: { owner: 'order-state', accepted: ['PolicySet'], refused: 'PolicyChangeRefused' },
  schema: z.strictObject({ policy }),
  tags: (data) => [tag.policy(data.policy.name)],
  says: (data) => `the policy ${data.policy.name} is to change`,
  example: { policy: { name: 'refund-above', cents: 10_000 } },
});

/** The rule stays. */
export const PolicyChangeRefused = defineRefusal({
  type: 'PolicyChangeRefused',
  of: PolicyChangeRequested,
  example: {
    rule: 'same-policy',
    because: 'the policy refund-above says that already',
    about: ['policy:refund-above'],
  },
});
