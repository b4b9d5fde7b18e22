import type { Draft, EventId, ProposalType } from '../../src/contracts';
import { addressText } from '../../src/intake';
import { derivedId } from '../../src/kernel';
import { sealSide, type Log, type Side } from '../../src/log';
import type { Action } from './Action';

/** A proposal about an order, ready to be appended, with the texts that lie beside it. */
export interface Ask {
  readonly draft: Draft;
  readonly sides: readonly Side[];
}

const reasons = { 'no longer needed': 'no-longer-needed', 'ordered by mistake': 'ordered-by-mistake' } as const;

/** What support would propose for an action, having looked at the shop at `basis`. `name` makes its id. */
export function askShop(log: Log, action: Action, customerId: string, name: string, basis: number): Ask {
  const id = derivedId('support', name, 0) as EventId;
  const of = <T extends ProposalType>(type: T, data: object, sides: readonly Side[] = []): Ask => ({
    draft: { id, type, data, by: 'support', causationId: null, correlationId: id, basis } as unknown as Draft,
    sides,
  });
  const about = { orderId: action.orderId, customerId };
  switch (action.kind) {
    case 'cancel':
      return of('CancellationRequested', {
        ...about,
        reason: reasons[action.reason as keyof typeof reasons] ?? 'other',
      });
    case 'address': {
      const text = addressText(action.address);
      const side = sealSide(text, { world: log.world().id, subject: customerId, salt: name });
      return of('AddressChangeRequested', { ...about, address: side.ref }, [side]);
    }
    case 'payment':
      return of('PaymentMethodChangeRequested', { ...about, methodId: action.methodId });
    case 'items':
      return of('ItemsChangeRequested', { ...about, changes: changesOf(action.swaps), methodId: action.methodId });
    case 'exchange':
      return of('ExchangeRequested', {
        ...about,
        changes: changesOf(action.swaps),
        methodId: action.methodId,
        reason: 'not-wanted',
      });
    case 'return':
      return of('ReturnRequested', {
        ...about,
        items: counted(action.skus).map(([sku, qty]) => ({ sku, qty })),
        methodId: action.methodId,
        reason: 'not-wanted',
      });
  }
}

function changesOf(swaps: readonly { readonly from: string; readonly to: string }[]) {
  return counted(swaps.map(({ from, to }) => `${from} ${to}`)).map(([pair, qty]) => {
    const [sku, newSku] = pair.split(' ');
    return { sku, qty, newSku };
  });
}

/** Each text once, with how often it is there. */
function counted(all: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts];
}
