import type { LabInput } from '../scenario/Scenario';

/** What comes from outside, as a sentence. */
export function sayInput(input: LabInput): string {
  switch (input.kind) {
    case 'order':
      return `${input.who} orders ${input.qty} × ${input.sku} ${input.door === 'shop' ? 'in the shop' : 'under a post'} (${input.order})`;
    case 'pickup':
      return `the carrier comes for order ${input.order}`;
    case 'deliver':
      return `the carrier delivers order ${input.order}`;
    case 'ask':
      return `${input.who} asks whether ${input.sku} is in stock`;
    case 'mail':
      return {
        broken: `${input.who} writes: order ${input.order} came broken`,
        cancel: `${input.who} writes: please cancel order ${input.order}`,
        where: `${input.who} writes: where is order ${input.order}?`,
      }[input.about];
    case 'restock':
      return `${input.qty} × ${input.sku} come in`;
    case 'parcel':
      return `a parcel with ${input.sku} of order ${input.order} comes back`;
    case 'sale':
      return `${input.sku}: ${input.percentOff} % off from now on`;
  }
}
