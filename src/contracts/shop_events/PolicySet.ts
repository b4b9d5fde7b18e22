import { z } from 'zod';
import { defineFact } from '../defineContract';
import { policy, type Policy } from '../policies';
import { tag } from '../tags';
import type { MoneyWords } from '../../kernel';

/** From now on this rule of the house holds. What waits for approval already goes on waiting. */
export const PolicySet = defineFact({
  type: 'PolicySet',
  topic: 'shop_events',
  owner: 'order-state',
  schema: z.strictObject({ policy }),
  tags: (data) => [tag.policy(data.policy.name)],
  says: (data, money) => `policy: ${sayPolicy(data.policy, money)}`,
  example: { policy: { name: 'refund-above', cents: 10_000 } },
});

/** A rule of the house as a sentence without a full stop. */
export function sayPolicy(policy: Policy, money: MoneyWords): string {
  switch (policy.name) {
    case 'refund-above':
      return policy.cents === null
        ? 'refunds of any amount go out by themselves'
        : `refunds above ${money(policy.cents)} wait for the shopkeeper`;
    case 'refund-again':
      return policy.count === null
        ? 'a customer can have any number of refunds'
        : `refund number ${policy.count} of a customer within ${policy.days} days waits for the shopkeeper`;
    case 'asked-by-mail':
      return policy.acts.length === 0
        ? 'nothing that is asked by mail waits for the shopkeeper for that alone'
        : `asked by mail, these wait for the shopkeeper: ${policy.acts.join(', ')}`;
    case 'item-changes':
      return `items of an order can be changed ${policy.once ? 'once, and nothing after it' : 'until it is sent'}`;
    case 'exchanges':
      return `an order can be exchanged ${policy.once ? 'once' : 'more than once'}`;
    case 'return-days':
      return `goods can come back for ${policy.days} days, for ${policy.faultDays} when the shop is to blame`;
    case 'cancel-reasons':
      return `orders can be cancelled because of: ${policy.reasons.join(', ')}`;
  }
}
