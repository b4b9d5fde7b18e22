import { termsOf } from '../../../knowledge';
import { frequentQuestions } from '../faq';
import type { Want } from '../reading/Reading';
import { titled } from '../titled';
import * as say from '../writing/wording';
import type { Planning } from './Planning';

const stockWords =
  /\b(?:in stock|available|availability|sold out|back in|restock|left\b|do you (?:\w+ )?(?:have|sell|carry|stock)|have you|got any|price|cost|how much|expensive|cheap)/i;

/** A question about a product: what the shop knows of it, and no more. What it does not know goes to a person. */
export function answerProduct(want: Want, planning: Planning): void {
  const { found, tell, money } = planning;
  const { product, stock } = found;
  if (!product) return answerFromRules(want, planning);
  planning.products.add(product.sku);
  const title = titled(product.title, product.options);
  const available = (stock?.available ?? 0) > 0;
  const price = product.sale
    ? `${money(product.sale.saleCents)} instead of ${money(product.priceCents)}`
    : money(product.priceCents);
  const claims = stock ? [{ says: 'available' as const, sku: product.sku, available }] : [];
  const isStock = stockWords.test(want.text);
  const beginning = isStock ? 'Yes, ' : '';
  const level = available ? `${beginning}${title} is available, for ${price}.` : `${title} is sold out at the moment.`;
  tell(say.sayPlain(level, claims));
  if (!isStock && product.description !== '')
    tell(say.sayPlain(`What we know about ${title}: ${product.description.slice(0, 600)}`));
}

/** Which of the shop's documents answers a question about what, the best first. */
const answers: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bcancel/i, ['policy:cancelling']],
  [/\b(?:how (?:long|soon|fast)|when)\b.*\b(?:refund|money)/i, ['faq:postage', 'policy:refunds']],
  [/\b(?:exchang|swap)/i, ['faq:exchange', 'policy:refunds']],
  [/\b(?:broken|damaged|wrong|defect|faulty)/i, ['policy:damaged']],
  [/\b(?:return|send (?:\w+ )?back|refund|money|give (?:\w+ )?back|keep)/i, ['policy:refunds']],
  [/\b(?:pay|payment|paypal|klarna|card|invoice)/i, ['faq:payment']],
  [/\b(?:address|change|modify)/i, ['faq:address']],
  [/\b(?:sold out|back in|restock|again|out of stock)/i, ['faq:restock']],
  [/\b(?:price|cheaper|sale|discount)/i, ['faq:price']],
  [/\b(?:ship|shipping|deliver|delivery|postage|courier)/i, ['policy:delivery']],
];
// What the shop's documents are silent about, whatever words they share with the question.
const silent =
  /\b(?:ship(?:ping)? to|deliver(?:y)? to|abroad|cost of|costs?|how much|warranty|guarantee|bulk|student|recommend|opening hours|who pays|free)\b/i;

const appsOwn = new Set(frequentQuestions.map(({ id }) => id));
/** So much of a written question must be in a letter for its answer to be one. */
const sharedPart = 0.6;

/** The answer to a frequent question that the shopkeeper added, when the letter asks it; null when it asks something else. */
export function answerOfOwn(want: Want, { situation }: Planning): string | null {
  const asked = new Set(termsOf(want.text));
  for (const { id, text } of situation.rules) {
    if (!id.startsWith('faq:') || appsOwn.has(id)) continue;
    const end = text.indexOf('?') + 1;
    const terms = [...new Set(termsOf(text.slice(0, end)))];
    const shared = terms.filter((term) => asked.has(term)).length;
    if (shared > 0 && shared >= sharedPart * terms.length) return text.slice(end).trim();
  }
  return null;
}

/** Answers a question about how things are done from the shop's own rules; a person answers what they do not say. */
export function answerFromRules(want: Want, { situation, tell, handOver }: Planning): void {
  const ids = silent.test(want.text) ? [] : (answers.find(([asked]) => asked.test(want.text))?.[1] ?? []);
  const rule = ids.map((id) => situation.rules.find((one) => one.id === id)).find((one) => one !== undefined);
  // A frequent question is written with its question: only what comes after it is an answer.
  if (rule)
    tell(say.sayPlain(rule.id.startsWith('faq:') ? rule.text.slice(rule.text.indexOf('?') + 1).trim() : rule.text));
  else handOver('It asks something that the shop’s rules and catalogue do not answer.');
}
