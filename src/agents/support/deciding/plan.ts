import { euros } from '../../kernel';
import type { OrderRow } from '../toolResults';
import type { SupportDecision } from './decision';
import type { Found } from './lookUp';
import { left, namedBy, pickLines } from './pickLines';
import type { Reading, Want } from './readMail';
import type { AskOutcome, Situation } from './situation';
import * as say from './wording';

/** What to ask for and what to say, want by want. */
export interface Plan extends Pick<SupportDecision, 'refunds' | 'cancellations'> {
  readonly sentences: readonly say.Sentence[];
  readonly needsPerson: boolean;
  titleOf(sku: string): string;
}

interface PlanInput {
  readonly wants: readonly Want[];
  readonly reading: Reading;
  readonly found: Found;
  readonly situation: Situation;
  /** What was asked for before and what came of it: nothing of it is asked for again, unless the world had outrun it. */
  readonly settled: readonly AskOutcome[];
}

const unsent = ['placed', 'confirmed', 'backordered'];
const sent = ['shipped', 'delivered'];

/** Decides by the shop's rules what is due. The services decide again, on the truth of the moment. */
export function planFor({ wants, reading, found, situation, settled }: PlanInput): Plan {
  const titles = new Map(situation.products.map((product) => [product.sku as string, product.title]));
  const titleOf = (sku: string) => titles.get(sku) ?? sku;
  const refunds: SupportDecision['refunds'] = [];
  const cancellations: SupportDecision['cancellations'] = [];
  const sentences = new Map<string, say.Sentence>();
  const tell = (sentence: say.Sentence) => void sentences.set(sentence.text, sentence);
  const isOver = (order: OrderRow, sku: string | null) =>
    settled.some(
      (one) => one.orderId === order.orderId && (sku === null || one.sku === sku) && one.result !== 'outrun',
    );

  for (const want of wants) {
    if (want.kind === 'stock') tellStock();
    if (want.kind === 'policy') tellPolicy(want);
    if (want.kind !== 'refund' && want.kind !== 'cancel' && want.kind !== 'status') continue;
    for (const order of ordersOf(want)) {
      if (want.kind === 'status' || order.status === 'cancelled') tell(say.sayStatus(order));
      else if (want.kind === 'cancel') cancel(order, want);
      else refund(order, want);
    }
  }
  return {
    refunds,
    cancellations,
    sentences: [...sentences.values()],
    needsPerson: wants.some((want) => want.kind === 'person'),
    titleOf,
  };

  function cancel(order: OrderRow, want: Want): void {
    if (isOver(order, null) || cancellations.some((one) => one.orderId === order.orderId)) return;
    if (unsent.includes(order.status)) cancellations.push({ orderId: order.orderId, reason: want.cancelReason });
    else {
      const { text, claims } = say.sayStatus(order);
      tell({
        text: `${text} It can no longer be cancelled, but you can return what you do not want within 30 days of delivery.`,
        claims,
      });
    }
  }

  function refund(order: OrderRow, want: Want): void {
    const picked =
      pickLines(order.lines, titleOf, [want.text, reading.text]) ?? (speaksOfAll(want) ? everyLine(order) : null);
    if (!picked)
      return tell(
        say.sayWhichItem(
          order.orderId,
          order.lines.map((line) => titleOf(line.sku)),
        ),
      );
    if (unsent.includes(order.status)) {
      const whole = order.lines.every((line) => picked.some((one) => one.line === line && one.qty === left(line)));
      return whole
        ? cancel(order, {
            ...want,
            cancelReason: want.cancelReason === 'other' ? 'no-longer-needed' : want.cancelReason,
          })
        : tell(say.sayCancelOnlyWhole(order.orderId));
    }
    const due = picked.filter(({ qty }) => qty > 0);
    if (due.length === 0)
      return tell(
        say.sayAlreadyRefunded(
          order.orderId,
          picked.map(({ line }) => titleOf(line.sku)),
        ),
      );
    for (const { line, qty } of due) {
      const twice = refunds.some((one) => one.orderId === order.orderId && one.sku === line.sku);
      const { orderId } = order;
      if (!twice && !isOver(order, line.sku))
        refunds.push({ orderId, sku: line.sku, qty, cents: line.unitCents * qty, reason: want.reason });
    }
  }

  /** The orders a want is about: named, or the only one that fits. Says so when there is none or more than one. */
  function ordersOf(want: Want): readonly OrderRow[] {
    if (!situation.case.known) return tell(say.sayNoOrders()) ?? [];
    if (want.orders.length) {
      return want.orders.flatMap((order) => found.orders.get(order) ?? tell(say.sayNotFound(order)) ?? []);
    }
    const byNumber = found.own.filter((order) => reading.bareNumbers.includes(order.orderId));
    if (byNumber.length) return byNumber;
    const outrun = found.own.filter((order) => settled.some((one) => one.orderId === order.orderId));
    if (outrun.length && want.kind !== 'status') return outrun;
    const fitting = { refund: [...unsent, ...sent], cancel: unsent, status: [...unsent, 'shipped'] }[
      want.kind as 'refund'
    ];
    const open = found.own.filter(
      (order) =>
        fitting.includes(order.status) && (want.kind !== 'refund' || order.lines.some((line) => left(line) > 0)),
    );
    const speaking = open.filter(
      (order) =>
        namedBy(
          reading.text,
          order.lines,
          (line) => titleOf(line.sku),
          (line) => line.sku,
        ).length > 0,
    );
    const candidates = speaking.length ? speaking : open.length ? open : found.own.slice(-1);
    if (candidates.length === 0) return tell(say.sayNoOrders()) ?? [];
    // Money goes back for what somebody speaks of, not for whatever fits.
    const vague = want.kind === 'refund' && want.reason === 'other' && speaking.length === 0;
    if ((candidates.length === 1 && !vague) || (want.kind === 'status' && candidates.length <= 3)) return candidates;
    return tell(say.sayWhichOrder(candidates.slice(-10))) ?? [];
  }

  function tellStock(): void {
    const { product, stock } = found;
    if (!product || !stock)
      return tell(
        say.sayPlain('We could not find the product you ask about. Please tell us its name as it stands in the shop.'),
      );
    const available = stock.available > 0;
    const price = product.sale
      ? `${euros(product.sale.saleCents)} instead of ${euros(product.priceCents)}`
      : euros(product.priceCents);
    const text = available
      ? `Yes, ${product.title} is available, for ${price}.`
      : `${product.title} is sold out at the moment.`;
    tell({ text, claims: [{ says: 'available', sku: product.sku, available }] });
  }

  function tellPolicy(want: Want): void {
    const about = /cancel/i.test(want.text)
      ? 'policy:cancelling'
      : /broken|damaged|wrong/i.test(want.text)
        ? 'policy:damaged'
        : 'policy:refunds';
    const rules = situation.rules.filter((rule) => rule.id.startsWith('policy:'));
    const rule = rules.find((one) => one.id === about) ?? rules[0];
    if (rule) tell(say.sayPlain(rule.text));
  }
}

const speaksOfAll = (want: Want) => want.reason === 'not-wanted' || want.reason === 'other';
const everyLine = (order: OrderRow) => order.lines.map((line) => ({ line, qty: left(line) }));
