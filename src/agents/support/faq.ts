import type { KnowledgeDocument } from '../../knowledge';

const answer = (id: string, text: string): KnowledgeDocument => ({
  id: `faq:${id}`,
  text,
  scope: { shared: true },
  provenance: 'shop',
});

/** What customers often ask, answered by the shopkeeper. Nothing here decides anything: the services do. */
export const frequentQuestions: readonly KnowledgeDocument[] = [
  answer(
    'tracking',
    'Where is my order, is there news of my parcel? Write to us with its number, and we tell you whether it is confirmed, waits for stock, is on its way or was delivered.',
  ),
  answer(
    'address',
    'I moved house, or chose the wrong colour or size: can I change the delivery address, the variant or how I pay? Yes, as long as the parcel has not left. Write to us the number of the order and what it should be instead; of an address please all of it.',
  ),
  answer(
    'exchange',
    'Can I swap an item for another size or colour? Yes, for another variant of the same product that is in stock, within 30 days of delivery. Tell us which one you would like; a difference in price is charged or goes back to you. Before the parcel has left we change the order instead.',
  ),
  answer(
    'payment',
    'When do I pay, and can I get an invoice? An order is sent once it is paid. Questions about bills, invoices, cards and double charges go to a person at the shop.',
  ),
  answer(
    'restock',
    'Something is sold out. When does it come back? You can order it anyway: the order waits, and goods that come in go to the longest waiting first.',
  ),
  answer(
    'price',
    'Which price counts? The price, or sale price, at the moment of the order. What is reduced later is not paid back.',
  ),
  answer(
    'postage',
    'When do I have my money back? It is sent at once when the refund is decided; it does not wait for your parcel to arrive.',
  ),
];
