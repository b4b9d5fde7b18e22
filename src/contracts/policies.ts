import './noEval';
import { z } from 'zod';
import { cents } from './quantities';

/** Why a customer may call an order off. */
export const cancelReasons = ['no-longer-needed', 'ordered-by-mistake', 'too-slow', 'other'] as const;
/** What can be asked for in a letter and may need a second look: a letter can come from anybody. */
export const askedActs = [
  'address',
  'payment-method',
  'gift-card',
  'items',
  'cancellation',
  'return',
  'exchange',
] as const;

const days = z.int().min(0).max(3650);

/** One rule of the house that the shopkeeper can change. Each name has one value at a time; null or none switches an approval off. */
export const policy = z.discriminatedUnion('name', [
  /** Refunds, returns and differences that pay back more than this wait for the shopkeeper. */
  z.strictObject({ name: z.literal('refund-above'), cents: cents.nullable() }),
  /** The `count`-th refund to one customer within so many days waits for the shopkeeper. */
  z.strictObject({ name: z.literal('refund-again'), count: z.int().min(2).max(100).nullable(), days }),
  /** These acts wait for the shopkeeper when an assistant asks for them. */
  z.strictObject({ name: z.literal('asked-by-mail'), acts: z.array(z.enum(askedActs)).max(askedActs.length) }),
  /** `once`: after its items were changed, an order can be neither changed nor cancelled. `sameVariant`: an item may be named that stays as it is. */
  z.strictObject({ name: z.literal('item-changes'), once: z.boolean(), sameVariant: z.boolean() }),
  /** `once`: one exchange for each order. `sameVariant`: a unit may be replaced by one of its kind. */
  z.strictObject({ name: z.literal('exchanges'), once: z.boolean(), sameVariant: z.boolean() }),
  /** How long after delivery goods can be given back: longer when the shop is to blame. */
  z.strictObject({ name: z.literal('return-days'), days, faultDays: days }),
  /** Reasons for which an order can be cancelled. */
  z.strictObject({ name: z.literal('cancel-reasons'), reasons: z.array(z.enum(cancelReasons)).min(1).max(4) }),
]);

export type Policy = z.infer<typeof policy>;
export type PolicyName = Policy['name'];
/** The value of every policy. */
export type Policies = { readonly [N in PolicyName]: Extract<Policy, { name: N }> };

/** What holds until the shopkeeper says otherwise: nothing waits for approval. */
export const defaultPolicies: Policies = {
  'refund-above': { name: 'refund-above', cents: null },
  'refund-again': { name: 'refund-again', count: null, days: 30 },
  'asked-by-mail': { name: 'asked-by-mail', acts: [] },
  'item-changes': { name: 'item-changes', once: true, sameVariant: true },
  exchanges: { name: 'exchanges', once: true, sameVariant: true },
  'return-days': { name: 'return-days', days: 30, faultDays: 90 },
  'cancel-reasons': { name: 'cancel-reasons', reasons: [...cancelReasons] },
};
