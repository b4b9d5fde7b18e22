import type { Intent } from '../reading/intents';
import type { Want } from '../reading/Reading';
import type { Found } from './lookUp';
import { isAboutPayment } from './planPayment';
import { isUnsent } from './planCancellation';

/**
 * The same wish by its name: another variant of what has not left is a change of the order, of what has arrived an exchange. `about` are the
 * orders that a letter without numbers turned out to speak of.
 */
export function byState(
  intents: readonly Intent[],
  wants: readonly Want[],
  { orders, own }: Found,
  about: readonly string[],
): Intent[] {
  const spoken = own.filter(({ orderId }) => about.includes(orderId));
  const nameOf = (intent: Intent): Intent => {
    if (intent !== 'exchange' && intent !== 'modify_order') return intent;
    const mine = wants.filter((want) => want.intent === intent);
    const named = mine.flatMap((want) => want.orders).map((number) => orders.get(number));
    const meant = named.length > 0 ? named : spoken;
    if (meant.length === 0 || mine.some(isAboutPayment)) return intent;
    if (meant.every((order) => order && isUnsent(order))) return 'modify_order';
    return meant.every((order) => order?.status === 'delivered') ? 'exchange' : intent;
  };
  return [...new Set(intents.map(nameOf))];
}
