import { canonicalJson } from '../kernel';
import type { WorldEvent } from '../contracts';
import type { OrderRow, PostRow, StockRow, Views } from '../projections';

/** One thing that is another in two worlds; null where one of them does not have it. */
export interface Difference {
  readonly about: 'stock' | 'orders' | 'money' | 'posts' | 'promotions' | 'mails';
  /** The sku, the order, … or, for money, what is summed up. */
  readonly key: string;
  readonly field: string;
  readonly a: string | number | null;
  readonly b: string | number | null;
}

type Row = Readonly<Record<string, string | number>>;

/** Where the shops of two worlds differ: stock, orders, money (in cents), posts, promotions, mails. Empty when they agree. */
export function differences(a: Views, b: Views): Difference[] {
  return [
    ...differ('money', money(a), money(b)),
    ...differ('stock', rows(a.stock, stockRow), rows(b.stock, stockRow)),
    ...differ('orders', rows(a.orders, orderRow), rows(b.orders, orderRow)),
    ...differ('promotions', rows(a.campaigns.promotions, state), rows(b.campaigns.promotions, state)),
    ...differ('posts', rows(a.campaigns.posts, postRow), rows(b.campaigns.posts, postRow)),
    ...differ('mails', rows(a.inbox, state), rows(b.inbox, state)),
  ];
}

/** The first event at which two continuations of one history differ; null on the side that has no event left. */
export interface Parting {
  readonly a: WorldEvent | null;
  readonly b: WorldEvent | null;
}

/**
 * Where two worlds part: what happened, not when by the clock or under which ref. Null when one is the other, event for event. Both lists begin
 * after what the worlds share.
 */
export function partingOf(a: readonly WorldEvent[], b: readonly WorldEvent[]): Parting | null {
  for (let n = 0; n < Math.max(a.length, b.length); n += 1) {
    const [one, other] = [a[n] ?? null, b[n] ?? null];
    if (!one || !other || happened(one) !== happened(other)) return { a: one, b: other };
  }
  return null;
}

/** Refs are salted anew in each world; what they lead to is not compared here. */
function happened({ type, by, data }: WorldEvent): string {
  const said = JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? 'a text' : value,
  );
  return `${type} ${by} ${canonicalJson(JSON.parse(said))}`;
}

function rows<R>(view: ReadonlyMap<string, R>, content: (row: R) => Row): Map<string, Row> {
  return new Map([...view].map(([key, row]) => [key, content(row)]));
}

const state = ({ status }: { readonly status: string }): Row => ({ status });
const postRow = ({ status, text }: PostRow): Row => ({ status, text });
const stockRow = ({ available, onHand, reserved, returned }: StockRow): Row => ({
  available,
  onHand,
  reserved,
  returned,
});
const orderRow = ({ status, refund, paidCents, paidBackCents }: OrderRow): Row => ({
  status,
  refund,
  paidCents,
  paidBackCents,
});

function money({ orders }: Views): Map<string, Row> {
  let [paidCents, paidBackCents] = [0, 0];
  for (const order of orders.values()) {
    paidCents += order.paidCents;
    paidBackCents += order.paidBackCents;
  }
  return new Map([['all orders', { paidCents, paidBackCents, keptCents: paidCents - paidBackCents }]]);
}

function differ(about: Difference['about'], a: ReadonlyMap<string, Row>, b: ReadonlyMap<string, Row>): Difference[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [one, other] = [a.get(key), b.get(key)];
    return Object.keys(one ?? other ?? {}).flatMap((field) => {
      const values = { a: one?.[field] ?? null, b: other?.[field] ?? null };
      return values.a === values.b ? [] : [{ about, key, field, ...values }];
    });
  });
}
