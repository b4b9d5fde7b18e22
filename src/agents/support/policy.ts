import type { KnowledgeDocument } from '../../knowledge';

const rule = (id: string, text: string): KnowledgeDocument => ({
  id: `policy:${id}`,
  text,
  scope: { shared: true },
  provenance: 'shop',
});

/** What everybody at the shop knows: its rules in plain words. The services hold them as code; these are for reading and quoting. */
export const shopRules: readonly KnowledgeDocument[] = [
  rule(
    'refunds',
    'Refunds and returns: you can return what you do not want within 30 days of delivery and get your money back. Each unit is refunded once, ' +
      'at most at the price paid. Please send the item back; your money does not wait for the parcel.',
  ),
  rule(
    'damaged',
    'Damaged or wrong items: what arrived broken, damaged or is not what was ordered is refunded within 90 days of delivery.',
  ),
  rule(
    'cancelling',
    'Cancelling: an order that has not been sent yet can be cancelled as a whole, and all that was paid goes back. Once it is on its way it cannot ' +
      'be cancelled, but it can be returned. An order that is not sent yet is cancelled, not refunded.',
  ),
  rule(
    'delivery',
    'Delivery: an order is sent when all its items are set aside and it is paid. If something is out of stock the order waits, and is sent when goods come in, ' +
      'first come first served.',
  ),
  rule(
    'privacy',
    'Privacy: we speak about an order only with the customer who placed it, writing from the address known to us. We never say whether an order of somebody else exists.',
  ),
  rule(
    'people',
    'What support cannot decide (replacements, complaints, legal matters, anything unclear) goes to a person at the shop.',
  ),
];
