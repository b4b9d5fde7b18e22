import {
  moneyMoves,
  type CustomerId,
  type MethodId,
  type OrderId,
  type PaymentMethod,
  type WorldEvent,
} from '../contracts';
import type { Projection } from './Projection';

/** One movement of money, once and for all: from a method to the shop, or back. */
export interface LedgerRow {
  readonly orderId: OrderId;
  readonly customerId: CustomerId;
  /** Null is the bank, when nobody said what was paid with. */
  readonly methodId: MethodId | null;
  readonly kind: 'charge' | 'refund';
  readonly cents: number;
  /** The type of the fact that moved it. */
  readonly because: WorldEvent['type'];
  readonly at: number;
  readonly changedAt: number;
}

/** Something a customer pays with, and what went over it. */
export interface MethodRow {
  readonly methodId: MethodId;
  readonly customerId: CustomerId;
  readonly kind: PaymentMethod['kind'];
  readonly label: string;
  readonly chargedCents: number;
  readonly refundedCents: number;
  /** What is left on a gift card; null for everything that has no balance here. */
  readonly balanceCents: number | null;
  readonly changedAt: number;
}

/** The book of money: its entries by position and ordinal, never changed, and the methods they add up to. */
export interface Ledger {
  readonly entries: Map<string, LedgerRow>;
  readonly methods: Map<MethodId, MethodRow>;
}

/** Folds every movement of money. What moved in another system is entered too, and touches no balance here. */
export const ledger: Projection<Ledger> = {
  name: 'ledger',
  version: 1,
  open: () => ({ entries: new Map(), methods: new Map() }),
  evolve(view, event) {
    if (event.type === 'PaymentMethodAdded' && !view.methods.has(event.data.methodId)) {
      const { openingCents, ...method } = event.data;
      const balanceCents = method.kind === 'gift-card' ? openingCents : null;
      const row = { ...method, chargedCents: 0, refundedCents: 0, balanceCents, changedAt: event.position };
      view.methods.set(method.methodId, row);
    }
    for (const [n, { methodId, kind, cents }] of moneyMoves(event).entries()) {
      if (!('orderId' in event.data) || !('customerId' in event.data) || event.data.orderId === null) continue;
      const { orderId, customerId } = event.data;
      const entry = {
        orderId,
        customerId,
        methodId,
        kind,
        cents,
        because: event.type,
        at: event.at,
      };
      view.entries.set(`${event.position}.${n}`, { ...entry, changedAt: event.position });
      if (methodId && event.type !== 'OrderTakenOver') move(view.methods, event, methodId, kind, cents);
    }
    return view;
  },
};

function move(
  methods: Ledger['methods'],
  { position }: WorldEvent,
  methodId: MethodId,
  kind: LedgerRow['kind'],
  cents: number,
): void {
  const row = methods.get(methodId);
  if (!row) return;
  const [charged, refunded] = kind === 'charge' ? [cents, 0] : [0, cents];
  methods.set(methodId, {
    ...row,
    chargedCents: row.chargedCents + charged,
    refundedCents: row.refundedCents + refunded,
    balanceCents: row.balanceCents === null ? null : row.balanceCents - charged + refunded,
    changedAt: position,
  });
}
