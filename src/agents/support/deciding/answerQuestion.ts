import { euros } from '../../../kernel';
import type { Want } from '../reading/Reading';
import * as say from '../writing/wording';
import type { Planning } from './Planning';

const stockWords =
  /\b(?:in stock|available|availability|sold out|back in|restock|left\b|do you (?:\w+ )?(?:have|sell|carry|stock)|have you|got any|price|cost|how much|expensive|cheap)/i;

/** A question about a product: what the shop knows of it, and no more. What it does not know goes to a person. */
export function answerProduct(want: Want, planning: Planning): void {
  const { found, tell } = planning;
  const { product, stock } = found;
  if (!product) return answerFromRules(want, planning);
  planning.products.add(product.sku);
  const available = (stock?.available ?? 0) > 0;
  const price = product.sale
    ? `${euros(product.sale.saleCents)} instead of ${euros(product.priceCents)}`
    : euros(product.priceCents);
  const claims = stock ? [{ says: 'available' as const, sku: product.sku, available }] : [];
  const isStock = stockWords.test(want.text);
  const beginning = isStock ? 'Yes, ' : '';
  const level = available
    ? `${beginning}${product.title} is available, for ${price}.`
    : `${product.title} is sold out at the moment.`;
  tell(say.sayPlain(level, claims));
  if (!isStock && product.description !== '')
    tell(say.sayPlain(`What we know about ${product.title}: ${product.description.slice(0, 600)}`));
}

const topics: readonly (readonly [RegExp, RegExp])[] = [
  [/\bcancel/i, /cancel/i],
  [/\bexchang|swap|size/i, /exchang/i],
  [/\bbroken|damaged|wrong|defect|faulty|warrant/i, /damaged|broken|warrant/i],
  [/\breturn|send (?:\w+ )?back|refund|money|keep/i, /refund|return/i],
  [/\b(?:ship|shipping|deliver|delivery|postage|courier|abroad)\b/i, /deliver|shipping/i],
  [/\bpay|payment|paypal|klarna|card|invoice/i, /\bpay(?:ment|pal)?\b|card/i],
  [/\baddress/i, /address/i],
];

/** Answers a question about how things are done from the shop's own rules; a person answers what they do not say. */
export function answerFromRules(want: Want, { situation, tell, handOver }: Planning): void {
  const rules = situation.rules.filter((one) => !one.id.startsWith('product:'));
  const topic = topics.find(([asked]) => asked.test(want.text));
  const rule =
    topic &&
    (rules.find((one) => topic[1].test(one.text.split(':')[0]!)) ??
      rules.find((one) => topic[1].test(one.text.slice(0, 200))));
  if (rule) tell(say.sayPlain(rule.text));
  else handOver('It asks something that the shop’s rules and catalogue do not answer.');
}
