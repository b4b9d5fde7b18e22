import { describe } from 'vitest';
import { openMemoryStore } from '.';
import { importContract } from './exchange/importContract.suite';
import { forkContract } from './forkContract.suite';
import { logContract } from './logContract.suite';
import { snapshotContract } from './snapshots/snapshotContract.suite';

describe('the memory store', () => {
  logContract(() => Promise.resolve(openMemoryStore()));
  importContract(() => Promise.resolve(openMemoryStore()));
  snapshotContract(() => Promise.resolve(openMemoryStore()));
  forkContract(() => Promise.resolve(openMemoryStore()));
});
