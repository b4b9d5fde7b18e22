import type { Service } from '../Service';
import { decideCount, decideWriteOff } from './decideCount';
import { decideLowStock } from './decideLowStock';
import { decideReceipt } from './decideReceipt';
import { decideDelay, decideReorder } from './decideReorder';
import { decideReturn } from './decideReturn';
import { evolveStock } from './evolveStock';
import { followCancellation, followChange, followExchange, followLevel } from './followOrders';
import { followRefund, followRefusal, followReservation, followShipment } from './followOrders';
import { reserveOrder, reserveTakenOver, reserveVariants, serveLine } from './reserveStock';
import { openStockroom, type Stockroom } from './Stockroom';

/** The Inventory service: what is on hand, for whom it is set aside, and what is on its way. It never promises a unit twice. */
export const inventoryService: Service<Stockroom> = {
  name: 'inventory-service',
  version: 1,
  open: openStockroom,
  evolve: evolveStock,
  decide: {
    StockReceiptReported: decideReceipt,
    ReturnReceived: decideReturn,
    LowStockReported: decideLowStock,
    ReorderRequested: decideReorder,
    SupplierDelayReported: decideDelay,
    StockCounted: decideCount,
    WriteOffReported: decideWriteOff,
  },
  react: {
    OrderPlaced: reserveOrder,
    OrderTakenOver: reserveTakenOver,
    VariantsWanted: reserveVariants,
    ItemsChanged: followChange,
    ItemsChangeRefused: followRefusal,
    ExchangeAccepted: followExchange,
    ExchangeRefused: followRefusal,
    ReplacementShipped: followShipment,
    OrderCancelled: followCancellation,
    OrderShipped: followShipment,
    RefundProcessed: followRefund,
    InventoryUpdated: followLevel,
    StockReserved: followReservation,
    StockReleased: serveLine,
  },
};
