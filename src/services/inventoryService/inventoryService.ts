import type { Service } from '../Service';
import { decideLowStock } from './decideLowStock';
import { decideReceipt } from './decideReceipt';
import { decideReorder } from './decideReorder';
import { decideReturn } from './decideReturn';
import { evolveStock } from './evolveStock';
import { followCancellation, followLevel, followRefund, followReservation, followShipment } from './followOrders';
import { reserveOrder, serveLine } from './reserveStock';
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
  },
  react: {
    OrderPlaced: reserveOrder,
    OrderCancelled: followCancellation,
    OrderShipped: followShipment,
    RefundProcessed: followRefund,
    InventoryUpdated: followLevel,
    StockReserved: followReservation,
    StockReleased: serveLine,
  },
};
