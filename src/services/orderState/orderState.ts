import type { Service } from '../Service';
import { decideCancellation } from './decideCancellation';
import { decideDelivery } from './decideDelivery';
import { decideOrder } from './decideOrder';
import { decidePayment } from './decidePayment';
import { decideRefund } from './decideRefund';
import { decideShipment } from './decideShipment';
import { evolveOrders } from './evolveOrders';
import { followReservation, followShortage } from './followStock';
import { openOrderBook, type OrderBook } from './OrderBook';

/** Order State: the single source of truth for orders, and for the money that belongs to them. */
export const orderState: Service<OrderBook> = {
  name: 'order-state',
  version: 1,
  open: openOrderBook,
  evolve: evolveOrders,
  decide: {
    OrderSubmitted: decideOrder,
    PaymentCaptured: decidePayment,
    ShipmentReported: decideShipment,
    DeliveryReported: decideDelivery,
    CancellationRequested: decideCancellation,
    RefundRequested: decideRefund,
  },
  react: {
    StockReserved: followReservation,
    StockShort: followShortage,
  },
};
