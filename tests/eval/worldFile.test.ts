import { expect, test } from 'vitest';
import { sampleWorld } from '../../src/intake/shopFiles/sampleWorld.suite';
import { readWorldFile } from './support/WorldFile';

test('the evaluation opens a world file as it is documented, and says where one has another shape', () => {
  const written = sampleWorld();
  const text = JSON.stringify(written);
  const { customers, products, orders } = readWorldFile(text);
  expect([customers.length, products.length, orders.length]).toEqual([
    written.customers.length,
    written.products.length,
    written.orders.length,
  ]);
  expect(() => readWorldFile(text.replace('"status":"', '"status":"lost '))).toThrow(/at orders\.0\.status/);
});
