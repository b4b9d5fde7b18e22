import type { ScenarioInput, PageAct } from '../../intake';
import { addressOf, letterOf } from '../scenario/letters';
import type { LabInput, LabProduct } from '../scenario/Scenario';

/** The morning: customers, products, first goods. */
export function openingInputs(products: readonly LabProduct[], inputs: readonly LabInput[]): ScenarioInput[] {
  const people = new Set(inputs.flatMap((input) => ('who' in input ? [input.who] : [])));
  return [
    ...[...people].map((who) => ({
      kind: 'introduceCustomer' as const,
      customerId: who.toLowerCase(),
      profile: { name: who, address: addressOf(who) },
    })),
    ...products.flatMap(({ sku, title, priceCents, lowStockAt, qty }) => [
      { kind: 'submitProduct' as const, sku, title, description: title, priceCents, lowStockAt },
      ...(qty > 0 ? [{ kind: 'receiveStock' as const, sku, qty }] : []),
    ]),
  ];
}

/** What happens from outside, in the words of the shop's own intake. The door a customer came through makes no difference here. */
export function toInput(input: LabInput, products: readonly LabProduct[], writtenAt: number): ScenarioInput | PageAct {
  switch (input.kind) {
    case 'order': {
      const { order: orderId, who, sku, qty } = input;
      return { kind: 'placeOrder', orderId, customerId: who.toLowerCase(), items: [{ sku, qty }] };
    }
    case 'pickup':
      return { kind: 'reportShipment', orderId: input.order };
    case 'deliver':
      return { kind: 'reportDelivery', orderId: input.order };
    case 'mail':
    case 'ask': {
      const from = { name: input.who, address: addressOf(input.who) };
      const letter = { from, ...letterOf(input, products), writtenAt, messageId: null, attachments: [] };
      return { kind: 'receiveMail', mailId: input.mail, letter };
    }
    case 'restock':
      return { kind: 'receiveStock', sku: input.sku, qty: input.qty };
    case 'parcel':
      return { kind: 'returnArrives', orderId: input.order, sku: input.sku, qty: input.qty };
    case 'sale':
      return { kind: 'requestSale', saleId: `sale-${input.sku}`, sku: input.sku, percentOff: input.percentOff };
  }
}
