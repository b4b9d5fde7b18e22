import type { History } from '../../told/tellHistory';
import type { Forgery } from './Forgery.suite';
import { order } from './forgedShop.suite';

const spoon = 'SPOON-1';
const card = { methodId: null } as const;

/** A bowl for €30.00 and two spoons for €1.00 each, paid: so much money that a dear spoon does not show in the sum. */
function paid({ tell }: History) {
  const items = [
    { sku: 'BOWL-1', qty: 1, unitCents: 3000 },
    { sku: spoon, qty: 2, unitCents: 100 },
  ];
  tell('OrderPlaced', { ...order, items });
  tell('PaymentRecorded', { ...order, cents: 3200, paidCents: 3200 });
}

const swap = (unitCents: number) => ({
  ...order,
  change: 'e-1',
  changes: [{ sku: spoon, qty: 1, newSku: 'SPOON-2', oldUnitCents: 100, unitCents }],
  totalCents: 3100 + unitCents,
});

const refund = (sku: string, qty: number, cents: number, before = 0) => ({
  ...order,
  sku,
  qty,
  cents,
  refundedCents: before + cents,
});

/** Money back for one unit that was paid for another: the order as a whole has enough of it, and no unit comes back twice. */
export const unitForgeries: readonly Forgery[] = [
  [
    'INV17',
    'the price of a bowl goes back for a spoon',
    /€20.00 back for 1 × SPOON-1, for which €1.00 were paid/,
    (h) => {
      paid(h);
      h.tell('RefundProcessed', refund(spoon, 1, 2000));
    },
  ],
  [
    'INV17',
    'a spoon that was changed for a cheaper one gets its old price back',
    /€1.00 back for 1 × SPOON-2, for which €0.40 were paid/,
    (h) => {
      paid(h);
      h.tell('ItemsChanged', { ...swap(40), difference: { ...card, kind: 'refund', cents: 60 } });
      h.tell('RefundProcessed', refund('SPOON-2', 1, 100, 60));
    },
  ],
  [
    'INV17',
    'a change pays back more than the unit became cheaper',
    /€15.00 back for units that became €0.60 cheaper/,
    (h) => {
      paid(h);
      h.tell('ItemsChanged', { ...swap(40), difference: { ...card, kind: 'refund', cents: 1500 } });
    },
  ],
  [
    'INV17',
    'an exchange for the same price pays something back',
    /€1.00 back for units that became €0.00 cheaper/,
    (h) => {
      paid(h);
      h.tell('ExchangeAccepted', { ...swap(100), difference: { ...card, kind: 'refund', cents: 100 } });
    },
  ],
  [
    'INV17',
    'a dear unit comes in without its difference and could go back for its whole price',
    /units now that cost €19.00 more, and paid €0.00 for them/,
    (h) => {
      paid(h);
      h.tell('ExchangeAccepted', { ...swap(2000), difference: null });
      h.tell('RefundProcessed', refund('SPOON-2', 1, 2000));
    },
  ],
  [
    'INV17',
    'an event lies about what the unit cost that was given up',
    /€0.60 back for units that became €0.10 cheaper/,
    (h) => {
      paid(h);
      const { changes, ...rest } = swap(90);
      const lie = changes.map((change) => ({ ...change, oldUnitCents: 150 }));
      h.tell('ItemsChanged', { ...rest, changes: lie, difference: { ...card, kind: 'refund', cents: 60 } });
    },
  ],
];
