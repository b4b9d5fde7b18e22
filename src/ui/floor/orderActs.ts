import type { OrderLine, OrderRow } from '../../projections';

/** Units of a line that can still be refunded. */
export const refundable = (line: OrderLine): number => line.qty - line.refundedQty;
/** Refunded units of a line that are still to come back. */
export const stillOut = (line: OrderLine): number => line.refundedQty - line.returnedQty;

/** What can be asked for an order in its state. The services decide; this only leaves out what they would surely refuse. */
export function actsOf(order: OrderRow): {
  readonly ship: boolean;
  readonly deliver: boolean;
  readonly cancel: boolean;
  readonly refund: readonly OrderLine[];
  readonly takeBack: readonly OrderLine[];
} {
  const left = order.status === 'shipped' || order.status === 'delivered';
  return {
    ship: order.status === 'confirmed',
    deliver: order.status === 'shipped',
    cancel: order.status === 'placed' || order.status === 'confirmed' || order.status === 'backordered',
    refund: left && order.paidCents > order.paidBackCents ? order.lines.filter((line) => refundable(line) > 0) : [],
    takeBack: left ? order.lines.filter((line) => stillOut(line) > 0) : [],
  };
}
