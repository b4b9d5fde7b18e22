import type { Intent } from '../reading/intents';
import type { Want } from '../reading/Reading';
import type { Found } from './lookUp';
import { isAboutPayment } from './planPayment';
import { isUnsent } from './planCancellation';

/** The same wish by its name: another variant of what has not left is a change of the order, of what has arrived an exchange. */
export function byState(intents: readonly Intent[], wants: readonly Want[], { orders }: Found): Intent[] {
  const named = (intent: Intent): Intent => {
    if (intent !== 'exchange' && intent !== 'modify_order') return intent;
    const mine = wants.filter((want) => want.intent === intent);
    const meant = mine.flatMap((want) => want.orders).map((number) => orders.get(number));
    if (meant.length === 0 || mine.some(isAboutPayment)) return intent;
    if (meant.every((order) => order && isUnsent(order))) return 'modify_order';
    return meant.every((order) => order?.status === 'delivered') ? 'exchange' : intent;
  };
  return [...new Set(intents.map(named))];
}
