import { expect, test } from 'vitest';
import { ImportDoor } from './importDoor';

test('[FILE6] a file of 100 MB is refused by its size, before a byte of it is loaded', async () => {
  let loaded = false;
  const arrayBuffer = () => {
    loaded = true;
    return Promise.resolve(new ArrayBuffer(0));
  };
  const huge = { name: 'huge.csv', size: 100 * 1024 * 1024, arrayBuffer } as unknown as File;
  const index = { currency: 'EUR', customers: new Map(), products: new Map(), orders: new Map() } as never;
  await expect(new ImportDoor().read([huge], index)).rejects.toThrow(
    /huge\.csv: The file is too large: it is 100 MB, and 64 MB is the most\. Split it/,
  );
  expect(loaded).toBe(false);
});
