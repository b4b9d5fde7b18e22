import { describe, expect, it } from 'vitest';
import type { EventId, OrderId, CustomerId, Sku } from '../../contracts';
import type { OrderLine, OrderRow, OrderStatus } from '../../projections';
import { actsOf } from './orderActs';

const line = (refundedQty: number, returnedQty: number): OrderLine => ({
  sku: 'MUG-1' as Sku,
  qty: 2,
  unitCents: 1450,
  refundedQty,
  refundedCents: refundedQty * 1450,
  returnedQty,
});

const order = (status: OrderStatus, lines = [line(0, 0)]): OrderRow => ({
  orderId: '1042' as OrderId,
  customerId: 'c-7' as CustomerId,
  status,
  lines,
  totalCents: 2900,
  paidCents: 2900,
  paidBackCents: lines.reduce((sum, one) => sum + one.refundedCents, 0),
  paidBy: [{ methodId: null, cents: 2900 }],
  address: null,
  itemsChanged: false,
  exchange: 'none',
  refund: 'none',
  placedAt: 0,
  deliveredAt: null,
  lastEvent: 'e' as EventId,
  changedAt: 1,
});

describe('what can be asked for an order', () => {
  it('[UI3] before it leaves the house it can be cancelled, not refunded', () => {
    for (const status of ['placed', 'confirmed', 'backordered'] as const) {
      expect(actsOf(order(status))).toMatchObject({
        cancel: true,
        refund: [],
        takeBack: [],
        ship: status === 'confirmed',
      });
    }
  });

  it('[UI3] after that it can be refunded, not cancelled', () => {
    expect(actsOf(order('shipped'))).toMatchObject({ cancel: false, deliver: true, refund: [{ sku: 'MUG-1' }] });
    expect(actsOf(order('delivered'))).toMatchObject({ cancel: false, deliver: false, refund: [{ sku: 'MUG-1' }] });
  });

  it('[UI3] what is refunded can come back once, and cannot be refunded again', () => {
    expect(actsOf(order('delivered', [line(2, 0)]))).toMatchObject({ refund: [], takeBack: [{ sku: 'MUG-1' }] });
    expect(actsOf(order('delivered', [line(2, 2)]))).toMatchObject({ refund: [], takeBack: [] });
  });

  it('[UI3] a cancelled order is over', () => {
    expect(actsOf(order('cancelled'))).toEqual({
      ship: false,
      deliver: false,
      cancel: false,
      refund: [],
      takeBack: [],
    });
  });
});
