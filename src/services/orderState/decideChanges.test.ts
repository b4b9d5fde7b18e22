import { describe, test } from 'vitest';
import { given } from '../given.suite';
import { event } from '../testing/event.suite';
import { cancelled, delivered, paid, shipped, sold } from './chapters.suite';
import { orderState } from './orderState';

/** The blue mug is a variant of the white one, 2 euros dearer; the pen is another product. */
const range = [
  event('NewProduct', { sku: 'MUG-2', priceCents: 1650 }),
  event('NewProduct', { sku: 'PEN-1', productId: 'PEN' }),
  event('InventoryUpdated', { sku: 'MUG-2', onHand: 1, reserved: 0, available: 1 }),
];
const arrived = [event('OrderShipped'), event('OrderDelivered')];
const inHouse = [...paid, ...range];
const atHome = [...delivered, ...range];
const change = event('ItemsChangeRequested', {}, { id: 'support-1' });
const exchange = event('ExchangeRequested', {}, { id: 'support-1' });
const wanted = event('VariantsWanted');
const held = event('StockReserved', { items: [{ sku: 'MUG-2', qty: 1, available: 0 }], change: 'support-1' });

describe('another address', () => {
  test('[ORD8] is taken while the parcel is in the house', () => {
    given(orderState, paid).when(event('AddressChangeRequested')).then(event('AddressChanged'));
  });
  test.each([
    ['already-shipped', shipped],
    ['order-cancelled', cancelled],
    ['unknown-order', sold],
  ] as const)('[ORD8] is refused: %s', (rule, history) => {
    given(orderState, history).when(event('AddressChangeRequested')).thenRefused(rule);
  });
});

describe('other variants before sending', () => {
  test('[ORD9] are set aside first, then the difference is charged once', () => {
    given(orderState, inHouse).when(change).then(wanted);
    given(orderState, [...inHouse, change, wanted])
      .when(held)
      .then(event('ItemsChanged'));
  });
  test('[ORD9] come to nothing when somebody else was faster', () => {
    const short = event('StockShort', {
      items: [{ sku: 'MUG-2', qty: 1, available: 0 }],
      change: 'support-1',
    });
    given(orderState, [...inHouse, change, wanted])
      .when(short)
      .then(
        event('ItemsChangeRefused', {
          rule: 'not-available',
          because: '1 × MUG-2 are not available',
          about: [...change.tags],
        }),
      );
  });
  const to = (newSku: string, qty = 1) =>
    event('ItemsChangeRequested', { changes: [{ sku: 'MUG-1', qty, newSku: newSku }] });
  test.each([
    ['other-product', to('PEN-1')],
    ['unknown-sku', to('MUG-9')],
    ['not-so-many', to('MUG-2', 3)],
    ['not-available', to('MUG-2', 2)],
  ] as const)('[ORD9] are refused: %s', (rule, asked) => {
    given(orderState, inHouse).when(asked).thenRefused(rule);
  });
  test('[ORD9] are refused when it is the same variant in a house that wants another, or costs other than what is there', () => {
    const policy = { name: 'item-changes' as const, once: false, sameVariant: false };
    given(orderState, [...inHouse, event('PolicySet', { policy })])
      .when(to('MUG-1'))
      .thenRefused('same-variant');
    const dearer = [event('ItemsChanged'), event('PriceChanged', { sku: 'MUG-2', priceCents: 9900 })];
    given(orderState, [...inHouse, event('PolicySet', { policy }), ...dearer])
      .when(to('MUG-2'))
      .thenRefused('other-price', /today's/);
  });
  test('[ORD9] are refused while another change waits, and after one when the house allows one', () => {
    const second = event('ItemsChangeRequested', {}, { id: 'support-2' });
    given(orderState, [...inHouse, change, wanted])
      .when(second)
      .thenRefused('change-underway');
    const changed = event('ItemsChanged', {}, { answers: 'support-1' });
    given(orderState, [...inHouse, change, wanted, changed])
      .when(second)
      .thenRefused('items-changed');
    given(orderState, [...inHouse, change, wanted, changed])
      .when(event('CancellationRequested'))
      .thenRefused('items-changed');
  });
});

describe('the difference', () => {
  const paypal = event('PaymentMethodAdded', { methodId: 'paypal-7', kind: 'paypal', openingCents: 0 });
  const cheaper = event('PriceChanged', { sku: 'MUG-2', priceCents: 1000 });
  const payers = [...inHouse, event('PaymentMethodAdded'), paypal, cheaper];
  const back = (methodId: string) => ({
    changes: [{ sku: 'MUG-1', qty: 1, newSku: 'MUG-2', oldUnitCents: 1450, unitCents: 1000 }],
    totalCents: 2450,
    difference: { methodId, kind: 'refund' as const, cents: 450 },
  });

  test('[ORD9] goes where the customer says: to any method of their own, and of nobody else’s', () => {
    const byPaypal = event('ItemsChangeRequested', { methodId: 'paypal-7' }, { id: 'support-1' });
    given(orderState, [...payers, byPaypal, wanted])
      .when(held)
      .then(event('ItemsChanged', back('paypal-7')));
    given(orderState, payers)
      .when(event('ItemsChangeRequested', { methodId: 'card-8' }))
      .thenRefused('unknown-method');
  });
  test('[ORD9] goes to who pays now when nobody says where: not to who was paid back already', () => {
    const toWhoPays = event('ItemsChangeRequested', { methodId: null }, { id: 'support-1' });
    given(orderState, [...payers, event('PaymentMethodChanged'), toWhoPays, wanted])
      .when(held)
      .then(event('ItemsChanged', back('gift-7')));
  });
});

describe('a return', () => {
  test('[ORD11] of some units pays them back, as one refund for each line', () => {
    given(orderState, delivered).when(event('ReturnRequested')).then(event('ReturnAccepted'), event('RefundProcessed'));
  });
  test('[ORD11] goes to a gift card when the customer wants that', () => {
    const toCard = [{ methodId: 'gift-7', cents: 1450 }] as never;
    given(orderState, [...delivered, event('PaymentMethodAdded')])
      .when(event('ReturnRequested', { methodId: 'gift-7' }))
      .then(event('ReturnAccepted', { paidBack: toCard }), event('RefundProcessed', { paidBack: toCard }));
  });
  test('[ORD11] is refused before it arrived, for more units than there are, and to somebody else’s card', () => {
    given(orderState, shipped).when(event('ReturnRequested')).thenRefused('not-delivered');
    const three = event('ReturnRequested', { items: [{ sku: 'MUG-1', qty: 3 }] });
    given(orderState, delivered).when(three).thenRefused('already-refunded');
    given(orderState, delivered)
      .when(event('ReturnRequested', { methodId: 'card-8' }))
      .thenRefused('unknown-method');
  });
  test('[ORD11] does not go to a card that was paid back already when another took its place', () => {
    given(orderState, [...paid, event('PaymentMethodAdded'), event('PaymentMethodChanged'), ...arrived])
      .when(event('ReturnRequested', { methodId: 'card-7' }))
      .thenRefused('not-what-paid');
  });
});

describe('an exchange', () => {
  test('[ORD12] sets the new unit aside, then charges the difference once', () => {
    given(orderState, atHome).when(exchange).then(wanted);
    given(orderState, [...atHome, exchange, wanted])
      .when(held)
      .then(event('ExchangeAccepted'));
  });
  test('[ORD12] is sent and arrives like a parcel, and there is one for each order', () => {
    const accepted = [...atHome, exchange, wanted, event('ExchangeAccepted', {}, { answers: 'support-1' })];
    given(orderState, accepted).when(event('ReturnRequested')).thenRefused('exchange-underway');
    given(orderState, accepted)
      .when(event('ShipmentReported'))
      .then(event('ReplacementShipped', { items: [{ sku: 'MUG-2', qty: 1 }] }));
    const done = [...accepted, event('ReplacementShipped'), event('ReplacementDelivered')];
    given(orderState, done)
      .when(event('ExchangeRequested', {}, { id: 'support-2' }))
      .thenRefused('already-exchanged');
  });
});
