import { event } from '../testing/event.suite';

/** Where an order can stand, as histories of order 1042: two mugs at €14.50 for customer c-7. */
export const sold = [
  event('NewProduct'),
  event('PaymentMethodAdded', { methodId: 'card-7', kind: 'card', openingCents: 0 }),
];
export const placed = [...sold, event('OrderPlaced')];
export const backordered = [...placed, event('OrderBackordered')];
export const confirmed = [...placed, event('OrderConfirmed')];
export const cancelled = [...confirmed, event('OrderCancelled')];
export const paid = [...confirmed, event('PaymentRecorded')];
export const shipped = [...paid, event('OrderShipped')];
export const delivered = [...shipped, event('OrderDelivered')];
