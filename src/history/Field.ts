import {
  tag,
  type AgentName,
  type EventId,
  type MailId,
  type MethodId,
  type OrderId,
  type PolicyName,
  type PostId,
  type PromotionId,
  type Sku,
} from '../contracts';
import { projections, type Projection } from '../projections';

/** What a field can hold: a number (units, cents), a word, yes or no; undefined while there is no such row. */
export type FieldValue = string | number | boolean | null | undefined;

/** One number or state that a screen shows: a field of a row of a view. */
export interface Field {
  readonly of: Subject;
  /** The row: a sku, an id, a name; of a line of an order and of a customer's payment method both ids, with a colon between them. */
  readonly key: string;
  readonly field: string;
}

interface SubjectPlan<View> {
  readonly projection: Projection<View>;
  /** The tag that every event about such a row has. */
  readonly tag: (key: string) => string;
  /** True when parts of the row's story carry no such tag, but the correlation of what began it. */
  readonly wholeStory?: boolean;
  readonly fields: readonly string[];
  readonly row: (view: View, key: string) => object | undefined;
}

const plan = <View>(of: SubjectPlan<View>): SubjectPlan<unknown> => of as SubjectPlan<unknown>;

/** What can be asked why. To add a number of a screen: its name in the line of its row. */
const plans = {
  stock: plan({
    projection: projections.stock,
    tag: tag.sku,
    fields: ['available', 'onHand', 'reserved', 'returned', 'low', 'threshold', 'onTheWay.qty', 'onTheWay.dueAt'],
    row: (view, key) => view.get(key as Sku),
  }),
  product: plan({
    projection: projections.products,
    tag: tag.sku,
    fields: ['priceCents', 'sale.saleCents'],
    row: (view, key) => view.get(key as Sku),
  }),
  order: plan({
    projection: projections.orders,
    tag: tag.order,
    fields: ['status', 'refund', 'totalCents', 'paidCents', 'paidBackCents'],
    row: (view, key) => view.get(key as OrderId),
  }),
  line: plan({
    projection: projections.orders,
    tag: (key) => tag.order(partsOf(key)[0]),
    fields: ['qty', 'unitCents', 'refundedQty', 'refundedCents', 'returnedQty'],
    row: (view, key) => {
      const [order, sku] = partsOf(key);
      return view.get(order as OrderId)?.lines.find((line) => line.sku === sku);
    },
  }),
  method: plan({
    projection: projections.ledger,
    // Money that goes back names its customer, and only inside by which method.
    tag: (key) => tag.customer(partsOf(key)[0]),
    fields: ['balanceCents', 'chargedCents', 'refundedCents'],
    row: (view, key) => view.methods.get(partsOf(key)[1] as MethodId),
  }),
  promotion: plan({
    projection: projections.campaigns,
    tag: tag.promotion,
    fields: ['status'],
    row: (view, key) => view.promotions.get(key as PromotionId),
  }),
  post: plan({
    projection: projections.campaigns,
    tag: tag.post,
    fields: ['status'],
    row: (view, key) => view.posts.get(key as PostId),
  }),
  mail: plan({
    projection: projections.inbox,
    tag: tag.mail,
    wholeStory: true,
    fields: ['status'],
    row: (view, key) => view.get(key as MailId),
  }),
  approval: plan({
    projection: projections.approvals,
    tag: tag.approval,
    fields: ['status'],
    row: (view, key) => view.get(key as EventId),
  }),
  agent: plan({
    projection: projections.turns,
    tag: tag.agent,
    fields: ['paused', 'crashes', 'decisions', 'failures.length', 'engine.model'],
    row: (view, key) => view.get(key as AgentName),
  }),
  policy: plan({
    projection: projections.house,
    tag: tag.policy,
    fields: ['cents', 'count', 'days', 'faultDays', 'once', 'sameVariant', 'acts', 'reasons'],
    row: (view, key) => listsAsWords(view.policies.get(key as PolicyName)?.policy),
  }),
} as const;

function partsOf(key: string): [string, string] {
  const [one = '', other = ''] = key.split(':');
  return [one, other];
}

const listsAsWords = (row: object | undefined) =>
  row &&
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );

/** A kind of row. */
export type Subject = keyof typeof plans;

/** Every field that can be asked why, as `[subject, field]`. */
export const fieldNames: readonly (readonly [Subject, string])[] = (Object.keys(plans) as Subject[]).flatMap((of) =>
  plans[of].fields.map((field) => [of, field] as const),
);

/** Reads what a person or an address asks for; null when there is no such number. */
export function fieldOf(of: string, key: string, field: string): Field | null {
  if (!Object.hasOwn(plans, of) || key.length > 140) return null;
  return plans[of as Subject].fields.includes(field) ? { of: of as Subject, key, field } : null;
}

/** How the rows of a field are folded and found. */
export function planOf({ of }: Field): SubjectPlan<unknown> {
  return plans[of];
}

/** The field as a folded view has it. A dot in its name leads into a part that can be absent. */
export function valueIn(view: unknown, field: Field): FieldValue {
  const row = planOf(field).row(view, field.key);
  if (row === undefined) return undefined;
  let value: unknown = row;
  for (const part of field.field.split('.')) {
    if (value === null) return null;
    value = (value as Record<string, unknown>)[part];
  }
  return value as FieldValue;
}
