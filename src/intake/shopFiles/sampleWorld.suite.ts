/** A small shop as a world file, told as a person would write it: two of everything, and one order of each kind. */
export function sampleWorld() {
  const address = { line1: '1 Mill Lane', line2: '', city: 'Leeds', region: '', postcode: 'LS1 1AA', country: 'UK' };
  const paid = (methodId: string, cents: number, at: string) => ({ kind: 'payment', methodId, cents, at });
  return {
    format: 'common-ground-world',
    version: 1,
    currency: 'EUR',
    policy: [{ name: 'cancel-reasons', reasons: ['no-longer-needed', 'ordered-by-mistake'] }],
    customers: [
      {
        id: 'ada',
        name: 'Ada Sample',
        email: 'ada@example.org',
        address,
        paymentMethods: [
          { id: 'ada-card', kind: 'card', label: 'Card ending in 1111' },
          { id: 'ada-gift', kind: 'gift-card', balanceCents: 5000 },
        ],
      },
      {
        id: 'ben',
        name: 'Ben Sample',
        email: 'ben@example.org',
        address,
        paymentMethods: [{ id: 'ben-paypal', kind: 'paypal' }],
      },
    ],
    products: [
      {
        id: 'mug',
        title: 'Mug',
        variants: [
          { sku: 'MUG-W', options: { colour: 'white' }, priceCents: 1200, stock: 9, lowStockAt: 2 },
          { sku: 'MUG-B', options: { colour: 'blue' }, priceCents: 1500, stock: 4, lowStockAt: 2 },
          { sku: 'MUG-G', options: { colour: 'gold' }, priceCents: 9000, stock: 4 },
        ],
      },
      { id: 'lamp', title: 'Lamp', variants: [{ sku: 'LAMP-1', priceCents: 4000, stock: 0 }] },
    ],
    orders: [
      {
        id: '1001',
        customerId: 'ada',
        placedAt: '2026-02-27T09:30:00Z',
        status: 'open',
        address,
        items: [{ sku: 'MUG-W', qty: 2, unitCents: 1200 }],
        payments: [paid('ada-card', 2400, '2026-02-27T09:31:00Z')],
      },
      {
        id: '1002',
        customerId: 'ben',
        placedAt: '2026-02-10T09:30:00Z',
        shippedAt: '2026-02-12T09:30:00Z',
        deliveredAt: '2026-02-15T09:30:00Z',
        status: 'delivered',
        items: [
          { sku: 'MUG-B', qty: 1, unitCents: 1500 },
          { sku: 'LAMP-1', qty: 1, unitCents: 4000 },
        ],
        payments: [paid('ben-paypal', 5500, '2026-02-10T09:31:00Z')],
      },
      {
        id: '1003',
        customerId: 'ada',
        placedAt: '2026-02-20T09:30:00Z',
        cancelledAt: '2026-02-20T12:30:00Z',
        status: 'cancelled',
        items: [{ sku: 'MUG-B', qty: 1, unitCents: 1500 }],
        payments: [
          paid('ada-card', 1500, '2026-02-20T09:31:00Z'),
          { kind: 'refund', methodId: 'ada-card', cents: 1500, at: '2026-02-20T12:30:00Z' },
        ],
      },
    ],
  };
}
