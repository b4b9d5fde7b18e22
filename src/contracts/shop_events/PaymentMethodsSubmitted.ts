import { z } from 'zod';
import { defineProposal, defineRefusal } from '../defineContract';
import { customerId, importId } from '../ids';
import { paymentMethod } from '../payments';
import { tag } from '../tags';

/** Somebody tells the shop what customers pay with: one method on screen, up to a hundred from a file. */
export const PaymentMethodsSubmitted = defineProposal({
  type: 'PaymentMethodsSubmitted',
  topic: 'shop_events',
  publishedBy: ['shopkeeper', 'bank', 'customer'],
  answeredBy: { owner: 'order-state', accepted: ['PaymentMethodAdded'], refused: 'PaymentMethodsRefused' },
  schema: z.strictObject({
    importId: importId.nullable(),
    methods: z
      .array(z.strictObject({ customerId, ...paymentMethod.shape }))
      .min(1)
      .max(100),
  }),
  tags: (data) => [
    ...data.methods.map((method) => tag.method(method.methodId)),
    ...(data.importId ? [tag.import(data.importId)] : []),
  ],
  says: (data) =>
    `${data.methods.length === 1 ? 'a payment method is' : `${data.methods.length} payment methods are`} to be added`,
  example: {
    importId: null,
    methods: [{ customerId: 'c-7', methodId: 'gift-7', kind: 'gift-card', label: 'Gift card', openingCents: 5000 }],
  },
});

/** None was added. */
export const PaymentMethodsRefused = defineRefusal({
  type: 'PaymentMethodsRefused',
  of: PaymentMethodsSubmitted,
  example: { rule: 'known-method', because: 'gift-7 is known already', about: ['method:gift-7'] },
});
