import type { LabInput, LabProduct } from './Scenario';

/** The words of a customer's mail, as support reads them on both sides. */
export function letterOf(
  input: Extract<LabInput, { kind: 'mail' | 'ask' }>,
  products: readonly LabProduct[],
): { subject: string; text: string } {
  if (input.kind === 'ask') {
    const title = products.find((one) => one.sku === input.sku)?.title ?? input.sku;
    return { subject: 'A question', text: `Hello, is the ${title} in stock?` };
  }
  const { order } = input;
  switch (input.about) {
    case 'broken':
      return {
        subject: `Order ${order}`,
        text: `Hello, what I got with order ${order} arrived broken. I would like a refund.`,
      };
    case 'cancel':
      return { subject: `Order ${order}`, text: `Please cancel order ${order}. I no longer need it.` };
    case 'where':
      return { subject: `Order ${order}`, text: `Where is my order ${order}?` };
  }
}

/** How a customer is called: the first name is the id. */
export const addressOf = (who: string): string => `${who.toLowerCase()}@example.org`;
