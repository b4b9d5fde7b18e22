import { z } from 'zod';
import { orderId, sku, words, type Ref } from '../../contracts';
import { listening } from '../listening';
import { defineAgent } from '../defineAgent';
import { conclude } from './conclude';
import { frequentQuestions } from './faq';
import { supportDecision } from './decision';
import { learn, openMemory, remember, wakesOn } from './memory';
import { shopRules } from './policy';
import { consider, system } from './prompt';

/** Support: reads mail, looks up orders, asks for refunds and cancellations, and writes the reply when the answer is known. */
export const support = defineAgent({
  name: 'support',
  system,
  ...listening.support,
  searchesByMeaning: true,
  shelf: [...shopRules, ...frequentQuestions],
  tools: {
    lookupOrder: { description: 'One order of this customer, or null.', args: z.strictObject({ orderId }) },
    customerOrders: { description: 'All orders of this customer.', args: z.strictObject({}) },
    stockOf: { description: 'The stock of a product.', args: z.strictObject({ sku }) },
    variantsOf: {
      description: 'All variants of the products that these skus are, to exchange one for another.',
      args: z.strictObject({ skus: z.array(sku).min(1).max(50) }),
    },
    paymentMethods: { description: 'What this customer can pay with.', args: z.strictObject({}) },
    findProduct: { description: 'Products whose words fit this text.', args: z.strictObject({ text: words(300) }) },
  },
  decision: supportDecision,
  open: openMemory,
  remember,
  learn,
  wakesOn,
  reads(trigger, memory): readonly Ref[] {
    const found = memory.cases.get(trigger.correlationId);
    const before = found?.before && memory.cases.get(found.before);
    return found ? [found.letter, ...(before && before.customerId === found.customerId ? [before.letter] : [])] : [];
  },
  consider,
  conclude,
});
