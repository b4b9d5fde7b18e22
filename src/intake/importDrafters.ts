import { canonicalJson } from '../kernel';
import { propose, type ExternalDraft } from './ExternalDraft';
import type { ImportAct } from './ImportAct';

type ImportDrafters = {
  [K in ImportAct['kind']]: (act: Extract<ImportAct, { kind: K }>) => readonly ExternalDraft[];
};

/** What a part of a file proposes: one proposal for all of it. Names and addresses of people go to the side store, each by itself. */
export const importDrafters: ImportDrafters = {
  importCurrency: ({ currency }) => [propose('shopkeeper', 'CurrencyRequested', { currency })],
  importPolicy: ({ policy }) => [propose('shopkeeper', 'PolicyChangeRequested', { policy })],
  importProducts: ({ importId, products }) => [
    propose('shopkeeper', 'ProductImportSubmitted', { importId, products: [...products] }),
  ],
  importStock: ({ importId, counts }) => [propose('shopkeeper', 'StockCounted', { importId, counts: [...counts] })],
  importCustomers: ({ importId, customers }) => [
    {
      type: 'CustomerImportSubmitted',
      by: 'shopkeeper',
      data: { importId, customers: customers.map(({ customerId }) => ({ customerId })) },
      textsIn: {
        list: 'customers',
        field: 'profile',
        texts: customers.map(({ customerId, profile }) => ({ text: canonicalJson(profile), subject: customerId })),
      },
    },
  ],
  importMethods: ({ importId, methods }) => [
    propose('shopkeeper', 'PaymentMethodsSubmitted', { importId, methods: [...methods] }),
  ],
  importOrders: ({ importId, orders }) => [
    {
      type: 'OrderImportSubmitted',
      by: 'shopkeeper',
      data: { importId, orders: orders.map((order) => ({ ...order, address: null })) },
      textsIn: {
        list: 'orders',
        field: 'address',
        texts: orders.map(({ address, customerId }) =>
          address === null ? null : { text: address, subject: customerId },
        ),
      },
    },
  ],
};
