import type { cancelReasons, MethodId, returnReasons, Sku, Wish } from '../../contracts';
import type { OrderActName, PossibleAct } from '../OrderTools';

/** What somebody filled in; what an act has no field for is not looked at. */
export interface Filled {
  /** Units by sku; 0 leaves a line alone. */
  readonly units: Readonly<Record<string, number>>;
  /** The variant a line is to become; '' is none. */
  readonly becomes: Readonly<Record<string, string>>;
  readonly sku: string;
  readonly cents: number | null;
  /** '' when nobody chose: the money goes the way it came. */
  readonly methodId: string;
  readonly cancelReason: (typeof cancelReasons)[number];
  readonly reason: (typeof returnReasons)[number];
  readonly condition: 'good' | 'damaged';
}

/** The fields each act asks for. */
export const fieldsOf: Readonly<Record<OrderActName, readonly Field[]>> = {
  pay: ['cents', 'method'],
  ship: [],
  deliver: [],
  cancel: ['cancelReason'],
  address: ['address'],
  items: ['variants', 'method'],
  method: ['method'],
  return: ['units', 'method', 'reason'],
  exchange: ['variants', 'method', 'reason'],
  refund: ['line', 'cents', 'method', 'reason'],
  'goods-back': ['line', 'condition'],
};
/** A part of a form. */
export type Field =
  'cents' | 'method' | 'cancelReason' | 'address' | 'variants' | 'units' | 'line' | 'reason' | 'condition';

/** The wish that a filled form stands for, or why there is none yet. */
export function wishOf({ options }: PossibleAct, filled: Filled): Wish | string {
  const base = options[0]?.wish;
  if (!base) return 'There is nothing to choose from.';
  const methodId = filled.methodId === '' ? null : (filled.methodId as MethodId);
  switch (base.type) {
    case 'PaymentCaptured': {
      if (filled.cents === null) return 'Say how much, such as 14.50.';
      const by = methodId === null ? {} : { methodId };
      return { type: base.type, data: { orderId: base.data.orderId, cents: filled.cents, ...by } };
    }
    case 'CancellationRequested':
      return { ...base, data: { ...base.data, reason: filled.cancelReason } };
    case 'PaymentMethodChangeRequested':
      return methodId === null ? 'Choose who is to pay.' : { ...base, data: { ...base.data, methodId } };
    case 'ItemsChangeRequested': {
      const changes = changesOf(filled);
      return changes.length === 0 ? chooseVariant : { ...base, data: { ...base.data, changes, methodId } };
    }
    case 'ExchangeRequested': {
      const changes = changesOf(filled);
      const { reason } = filled;
      return changes.length === 0 ? chooseVariant : { ...base, data: { ...base.data, changes, methodId, reason } };
    }
    case 'ReturnRequested': {
      const items = Object.entries(filled.units).flatMap(([sku, qty]) => (qty > 0 ? [{ sku: sku as Sku, qty }] : []));
      const { reason } = filled;
      return items.length === 0
        ? 'Say how many come back.'
        : { ...base, data: { ...base.data, items, methodId, reason } };
    }
    case 'RefundRequested': {
      if (filled.cents === null || filled.cents === 0) return 'Say how much, such as 14.50.';
      const { orderId, customerId } = base.data;
      const { sku, cents, reason } = filled;
      const qty = filled.units[sku] ?? 1;
      const to = methodId === null ? {} : { methodId };
      return { type: base.type, data: { orderId, customerId, sku: sku as Sku, qty, cents, reason, ...to } };
    }
    case 'ReturnReceived': {
      const { sku, condition } = filled;
      return { ...base, data: { ...base.data, sku: sku as Sku, qty: filled.units[sku] ?? 1, condition } };
    }
    default:
      return base;
  }
}

const chooseVariant = 'Choose another variant for at least one item.';

function changesOf({ units, becomes }: Filled) {
  return Object.entries(becomes).flatMap(([sku, newSku]) =>
    newSku === '' ? [] : [{ sku: sku as Sku, qty: units[sku] ?? 1, newSku: newSku as Sku }],
  );
}

/** The variants each line can become, as the options name them, and the units its first option has. */
export function linesOf({
  options,
}: PossibleAct): { readonly sku: Sku; readonly qty: number; readonly variants: readonly Sku[] }[] {
  const lines = new Map<Sku, { qty: number; variants: Sku[] }>();
  const line = (sku: Sku, qty: number) => {
    const found = lines.get(sku) ?? { qty, variants: [] };
    lines.set(sku, found);
    return found;
  };
  for (const { wish } of options) {
    if (wish.type === 'ItemsChangeRequested' || wish.type === 'ExchangeRequested') {
      for (const { sku, qty, newSku } of wish.data.changes) line(sku, qty).variants.push(newSku);
    } else if (wish.type === 'ReturnRequested') for (const { sku, qty } of wish.data.items) line(sku, qty);
    else if (wish.type === 'RefundRequested' || wish.type === 'ReturnReceived') line(wish.data.sku, wish.data.qty);
  }
  return [...lines].map(([sku, rest]) => ({ sku, ...rest }));
}
