import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, importId, ref } from '../ids';
import { tag } from '../tags';

/** The shop hears of up to a hundred customers at once, from a file. Names and addresses lie in the side store, each under its own ref. */
export const CustomerImportSubmitted = defineProposal({
  type: 'CustomerImportSubmitted',
  topic: 'agent_triggers',
  publishedBy: ['shopkeeper'],
  answeredBy: { owner: 'mailroom', accepted: ['CustomerImportBooked'], refused: 'CustomerImportRefused' },
  schema: z.strictObject({
    importId,
    customers: z
      .array(z.strictObject({ customerId, profile: ref }))
      .min(1)
      .max(100),
  }),
  tags: (data) => [tag.import(data.importId), ...data.customers.map((one) => tag.customer(one.customerId))],
  says: (data) => `${data.customers.length} customers of import ${data.importId} were introduced`,
  example: {
    importId: 'i-1',
    customers: [{ customerId: 'c-7', profile: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' }],
  },
});

/** All of them are known. */
export const CustomerImportRefused = defineRefusal({
  type: 'CustomerImportRefused',
  of: CustomerImportSubmitted,
  example: { rule: 'nothing-new', because: 'all of these customers are registered', about: ['import:i-1'] },
});
