import type { EventId, MoneyMove, OrderId, Wish } from '../contracts';

/** What can be done with an order. */
export type OrderActName =
  | ('pay' | 'ship' | 'deliver' | 'cancel' | 'address' | 'items' | 'method')
  | ('return' | 'exchange' | 'refund' | 'goods-back');

/** What a wish would come to, by the rules of the service that decides it. */
export interface WeighedWish {
  /** The rule against it, and why not, in words a customer could read; null when it would be accepted. */
  readonly refused: { readonly rejected: string; readonly because: string } | null;
  /** What it would make true, a sentence each. */
  readonly says: readonly string[];
  /** The money it would move. */
  readonly moves: readonly MoneyMove[];
}

/** Something to do with an order, each way of doing it and, when none is possible, why not. */
export interface PossibleAct {
  readonly act: OrderActName;
  readonly possible: boolean;
  readonly refused: WeighedWish['refused'];
  readonly options: readonly (WeighedWish & { readonly wish: Wish })[];
}

/** What a screen can ask of the services' rules, and propose to them. */
export interface OrderTools {
  /** All that can be done with an order and, for the rest, why not: now (null) or as of a position. */
  possibleActs(orderId: OrderId, at: number | null): Promise<readonly PossibleAct[]>;
  /** What a wish would come to. Nothing is proposed. */
  weigh(wish: Wish, at: number | null): Promise<WeighedWish>;
  /** Proposes it as the shopkeeper. Resolves with the proposal's id, before its answer. */
  ask(wish: Wish): Promise<EventId>;
  /** Proposes to send an order elsewhere; the words lie beside the log. */
  changeAddress(orderId: OrderId, address: string): Promise<EventId>;
}
