import { describe } from 'vitest';
import { openMemoryStore } from '.';
import { logContract } from './logContract.suite';

describe('the memory store', () => {
  logContract(() => Promise.resolve(openMemoryStore()));
});
