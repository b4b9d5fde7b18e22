import type { Service } from '../Service';
import { decideApproval, lapseApprovals } from './decideApproval';
import { decideAsked } from './decideAsked';
import { decideDelivery } from './decideDelivery';
import { decideMethods } from './decideMethods';
import { decideOrder } from './decideOrder';
import { decideOrderImport } from './decideOrderImport';
import { decidePayment } from './decidePayment';
import { decidePolicy } from './decidePolicy';
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
    OrderImportSubmitted: decideOrderImport,
    PaymentMethodsSubmitted: decideMethods,
    PaymentCaptured: decidePayment,
    ShipmentReported: decideShipment,
    DeliveryReported: decideDelivery,
    PolicyChangeRequested: decidePolicy,
    ApprovalDecided: decideApproval,
    CancellationRequested: decideAsked,
    AddressChangeRequested: decideAsked,
    ItemsChangeRequested: decideAsked,
    PaymentMethodChangeRequested: decideAsked,
    ReturnRequested: decideAsked,
    ExchangeRequested: decideAsked,
    RefundRequested: decideAsked,
  },
  react: {
    StockReserved: followReservation,
    StockShort: followShortage,
    OrderCancelled: lapseApprovals,
    OrderShipped: lapseApprovals,
    ItemsChanged: lapseApprovals,
    AddressChanged: lapseApprovals,
    PaymentMethodChanged: lapseApprovals,
    RefundProcessed: lapseApprovals,
    ExchangeAccepted: lapseApprovals,
    PriceChanged: lapseApprovals,
    SaleStarted: lapseApprovals,
    SaleEnded: lapseApprovals,
  },
};
