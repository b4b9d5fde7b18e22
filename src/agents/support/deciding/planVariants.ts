import { termsOf } from '../../../knowledge';
import type { Sku } from '../../../contracts';
import type { OrderLine, OrderRow } from '../../toolResults';
import type { Want } from '../reading/Reading';
import { swapOf, wantedVariant, type Variant } from '../slots/wantedVariant';
import * as say from '../writing/wording';
import { chosenMethod } from './chosenMethod';
import { left, pickLines } from './pickLines';
import type { Planning } from './Planning';
import { withSynonyms } from './sameThings';

const beyondVariants =
  /\b(?:add|include|remove|take (?:it |the |one )?(?:\w+ )?(?:out|off)|leave (?:out|off)|drop|quantity|how many|one more|another|more of|instead of (?:one|two|three|\d+)\b|(?:only|just) (?:want|need) (?:one|two|three|\d+)|make it (?:one|two|three|four|\d+)\b|gift|wrap|engrav\w*|hold|delay|later|express|faster|split|combine|deliver\w* (?:on|after|before|date)|(?:two|three|four|\d+|(?:just|only) one) (?:rather|instead))/i;

/** Other variants of what was ordered: before it is sent the order is changed, after delivery the goods are exchanged. */
export function planVariants(order: OrderRow, want: Want, planning: Planning): void {
  const { tell, acts, isOver, handOver } = planning;
  const ask = order.status === 'delivered' ? 'exchange' : 'items';
  if (isOver(order, null) || acts.some((one) => one.ask === ask && one.orderId === order.orderId)) return;
  if (order.status === 'shipped') return tell(say.sayStillOnItsWay(order));
  if (beyondVariants.test(want.text) && !optionNamed(order, want, planning))
    return handOver('The letter asks for a change of an order that only a person can make.');
  const other = otherThing(
    swapOf(want.text).target,
    order.lines.map(({ sku }) => planning.titleOf(sku)),
  );
  if (other !== null) return handOver(`It asks for another thing in exchange: ${other}.`);
  const wanted = changesIn(want.text, order, want, planning);
  // What is wanted can stand in another sentence than the wish to change.
  const found = Array.isArray(wanted) ? wanted : changesIn(planning.reading.text, order, want, planning);
  // Nothing tells old and new apart: what is named and is not there already is what is wanted.
  const named = Array.isArray(found) ? found : changesIn(planning.reading.text, order, want, planning, asOne);
  const changes = Array.isArray(named) ? named : wanted;
  if (!Array.isArray(changes)) return changes.say();
  const chosen = chosenMethod(want, planning);
  if (chosen === 'unclear') return;
  const methodId = chosen ?? order.paidBy.find((payer) => payer.cents > 0)?.methodId ?? null;
  const { orderId } = order;
  if (ask === 'items') acts.push({ ask, orderId, changes, methodId });
  else acts.push({ ask, orderId, changes, methodId, reason: want.reason === 'other' ? 'not-wanted' : want.reason });
}

const asOne = (text: string) => ({ source: '', target: text });

interface Change {
  readonly sku: Sku;
  readonly qty: number;
  readonly newSku: Sku;
}

/** What a text asks to become what, or what has to be said because that is not clear. */
function changesIn(
  text: string,
  order: OrderRow,
  want: Want,
  planning: Planning,
  apart = swapOf,
): Change[] | { say(): void } {
  const { titleOf, tell, handOver, products } = planning;
  const { source, target } = apart(text);
  const lines = swapLines(order, source, want, planning);
  if (!lines) {
    const titles = order.lines.map((line) => titleOf(line.sku));
    return { say: () => tell(say.sayWhichItem(order.orderId, titles)) };
  }
  // Nothing of it is with the customer any more.
  if (lines.length === 0)
    return {
      say: () =>
        tell(
          say.sayAlreadyRefunded(
            order.orderId,
            order.lines.map((line) => titleOf(line.sku)),
          ),
        ),
    };
  const changes: Change[] = [];
  for (const { line, qty } of lines) {
    products.add(line.sku);
    const sisters = sistersOf(line.sku, planning);
    const present = sisters.find((one) => one.sku === line.sku);
    const choice = present && sisters.length > 1 ? wantedVariant(target, present, sisters) : null;
    if (choice === null) return { say: () => handOver(`The shop has no other variant of ${titleOf(line.sku)}.`) };
    if ('unclear' in choice)
      return { say: () => tell(say.sayWhichVariant(titleOf(line.sku), choice.unclear, sisters)) };
    changes.push({ sku: line.sku, qty, newSku: choice.sku as Sku });
  }
  return changes;
}

/** "For one of your desk lamps": the thing that is asked for in place of these, when none of its words is a word of theirs. */
function otherThing(target: string, titles: readonly string[]): string | null {
  const thing = /^\s*(?:one of (?:your|the|those)|any of your|your|some of your) ((?:[\p{L}-]+ ?){1,4})/iu.exec(
    target,
  )?.[1];
  const own = new Set(termsOf(withSynonyms(titles.join(' '))));
  const words = thing ? termsOf(thing).filter((term) => !vague.has(term)) : [];
  return words.length === 0 || words.some((term) => own.has(term)) ? null : thing!.trim();
}

const vague = new Set(
  termsOf(
    'other others one ones size sizes colour color colours colors bigger smaller larger variants models new newer small large big different',
  ),
);

/** The units that are to become something else: named in the words about the old ones, else anywhere, else the only ones there are. */
function swapLines(order: OrderRow, source: string, want: Want, { titleOf, reading }: Planning) {
  const open = order.lines.filter((line) => left(line) > 0);
  const picked = pickLines(
    open,
    titleOf,
    [source, want.text, reading.text].filter((text) => text.trim() !== ''),
  );
  if (!picked) return null;
  const isOne = /\b(?:one|1) (?:of )?/i.test(want.text);
  return picked.filter(({ qty }) => qty > 0).map(({ line, qty }) => ({ line, qty: isOne ? qty : allOf(line) }));
}

const allOf = (line: OrderLine) => left(line);

/** True when the words name a variant after all: "add" can be part of "in addition". */
function optionNamed(order: OrderRow, want: Want, planning: Planning): boolean {
  const { target } = swapOf(want.text);
  return order.lines.some((line) => {
    const sisters = sistersOf(line.sku, planning);
    const present = sisters.find((one) => one.sku === line.sku);
    return present !== undefined && 'sku' in wantedVariant(target, present, sisters);
  });
}

function sistersOf(sku: string, { found, situation }: Planning): Variant[] {
  const productId = situation.products.find((one) => one.sku === sku)?.productId;
  return productId ? found.variants.filter((one) => one.productId === productId) : [];
}
