import { expect, test } from 'vitest';
import { customers } from './customers';
import { ref } from './told/shop';
import { tellHistory } from './told/tellHistory';

test('[CUSV1] orders count for whoever placed them, registered before, after or never; who is registered has a profile', () => {
  const { tell, events } = tellHistory();
  const items = [{ sku: 'MUG-1', qty: 1, unitCents: 1450 }];
  tell('CustomerRegistered', { customerId: 'c-7', profile: ref(1) });
  for (const orderId of ['1042', '1043', '1042']) tell('OrderPlaced', { orderId, customerId: 'c-7', items });
  tell('OrderPlaced', { orderId: '1044', customerId: 'c-8', items });
  tell('OrderPlaced', { orderId: '1045', customerId: 'c-9', items });
  tell('CustomerRegistered', { customerId: 'c-9', profile: ref(3) });
  tell('CustomerRegistered', { customerId: 'c-7', profile: ref(2) });
  const view = events.reduce((folded, event) => customers.evolve(folded, event), customers.open());
  expect([...view.values()]).toEqual([
    { customerId: 'c-7', profile: ref(1), orders: ['1042', '1043'], changedAt: 3 },
    { customerId: 'c-8', profile: null, orders: ['1044'], changedAt: 5 },
    { customerId: 'c-9', profile: ref(3), orders: ['1045'], changedAt: 7 },
  ]);
});
